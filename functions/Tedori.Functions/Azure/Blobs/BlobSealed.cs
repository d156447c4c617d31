using System.Security.Cryptography;
using Azure.Storage.Blobs.Specialized;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>Sealed documents as blobs under their names.</summary>
internal sealed class BlobSealed(EvidenceContainers containers) : ISealedDocuments
{
    /// <inheritdoc/>
    public async Task<string> PutAsync(
        string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        StoreNames.CheckDocument(name);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (await DigestOfAsync(name, cancellation) is not { } sealedAs)
        {
            var writer = new BlockWriter(containers.Sealed.GetBlockBlobClient(name));
            using var body = new MemoryStream(content.ToArray());
            await writer.StageAsync(body, name, long.MaxValue, cancellation);
            sealedAs = await writer.TryCreateAsync(cancellation) ? sha256 : await DigestOfAsync(name, cancellation);
        }

        return sealedAs == sha256 ? sha256 : throw new SealedDocumentException(name);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default)
    {
        StoreNames.CheckDocument(name);
        return containers.Sealed.GetBlobClient(name).TryOpenAsync(cancellation);
    }

    private async Task<string?> DigestOfAsync(string name, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(name, cancellation);
        return content is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }
}
