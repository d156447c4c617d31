using System.Security.Cryptography;
using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Tedori.Functions.Azure.Keys;

/// <summary>
/// The key ring as one blob. Every instance of the app reads and adds to it, so that each adds to the version that it
/// read and begins again where another was first.
/// </summary>
internal sealed class BlobKeyRing(BlockBlobClient blob) : IXmlRepository
{
    private const int MostTries = 20;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read().Ring.Elements()];

    public void StoreElement(XElement element, string friendlyName)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (ring, conditions) = Read();
            ring.Add(new XElement(element));
            if (TryWrite(ring, conditions))
                return;
        }

        throw new InvalidOperationException("Other instances changed the key ring again and again. Try again later.");
    }

    private (XElement Ring, BlobRequestConditions Conditions) Read()
    {
        try
        {
            using var content = blob.DownloadStreaming().Value;
            return (XElement.Load(content.Content), new() { IfMatch = content.Details.ETag });
        }
        catch (RequestFailedException absent)
            when (absent.Status == 404 && absent.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return (new("keyRing"), new() { IfNoneMatch = ETag.All });
        }
    }

    private bool TryWrite(XElement ring, BlobRequestConditions conditions)
    {
        // An id of its own, so that two instances which stage at once do not mix their blocks.
        var block = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using var content = new MemoryStream();
        ring.Save(content, SaveOptions.DisableFormatting);
        content.Position = 0;
        try
        {
            blob.StageBlock(block, content);
            blob.CommitBlockList([block], new CommitBlockListOptions { Conditions = conditions });
            return true;
        }
        catch (RequestFailedException other) when (
            other.Status is 409 or 412 || other.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            return false;
        }
    }
}
