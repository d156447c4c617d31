using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Writes a stream in blocks, with one block in memory; what is shorter than a block in one request. Nothing is seen of
/// it before the last, which hangs on there being no such blob yet: so no lease is needed, and nothing is overwritten.
/// </summary>
internal sealed class BlockWriter(BlockBlobClient blob)
{
    private const int BlockLength = 4 * 1024 * 1024;
    private readonly List<string> ids = [];

    // Blocks of a writer that sends the same blob at the same time are not ours to commit.
    private readonly Guid own = Guid.NewGuid();

    private BinaryData whole = BinaryData.Empty;

    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>Sends the whole stream.</summary>
    /// <exception cref="EvidenceTooLargeException">It has more than so many bytes.</exception>
    public async Task StageAsync(Stream content, string name, long most, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockLength];
        for (int read; (read = await content.ReadAtLeastAsync(block, BlockLength, throwOnEndOfStream: false,
            cancellation)) > 0;)
        {
            Size += read;
            if (Size > most)
                throw new EvidenceTooLargeException(name, most);
            digest.AppendData(block, 0, read);
            if (ids.Count == 0 && read < BlockLength)
            {
                whole = BinaryData.FromBytes(block.AsMemory(0, read));
                break;
            }

            using var body = new MemoryStream(block, 0, read, writable: false);
            ids.Add(NextId());
            await blob.StageBlockAsync(ids[^1], body, cancellationToken: cancellation);
        }

        Sha256 = Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>Makes the blob of what was sent where there is none; false where there is one.</summary>
    public async Task<bool> TryCreateAsync(CancellationToken cancellation)
    {
        try
        {
            var absent = new BlobRequestConditions { IfNoneMatch = ETag.All };
            if (ids.Count > 0)
                await blob.CommitBlockListAsync(ids, new CommitBlockListOptions { Conditions = absent }, cancellation);
            else
                await blob.UploadAsync(whole.ToStream(), new BlobUploadOptions { Conditions = absent }, cancellation);
            return true;
        }
        catch (RequestFailedException failure)
            when (BlobFailures.IsThere(failure) || BlobFailures.IsListRefused(failure))
        {
            // Whoever made it meanwhile has made our blocks void.
            if (await blob.ExistsAsync(cancellation))
                return false;
            throw;
        }
    }

    private string NextId()
    {
        Span<byte> id = stackalloc byte[20];
        own.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], ids.Count);
        return Convert.ToBase64String(id);
    }
}
