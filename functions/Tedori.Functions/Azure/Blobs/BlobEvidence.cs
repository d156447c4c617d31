using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>Evidence as blobs named by case and digest. A blob is made once and never overwritten.</summary>
internal sealed class BlobEvidence(EvidenceContainers containers, IBlobSigner signer, IClock clock) : IEvidenceStore
{
    /// <inheritdoc/>
    public async Task<EvidenceFile> PutAsync(
        CaseId caseId, string name, Stream content, CancellationToken cancellation = default)
    {
        // The name of the blob is known at the end of the stream only; a file is small enough to wait for it in memory.
        using var copy = new MemoryStream();
        await content.CopyAtMostAsync(copy, name, cancellation);
        copy.Position = 0;
        var (sample, sha256) = await ContentReader.ReadAsync(copy, cancellation);
        copy.Position = 0;
        if (!await PutExactlyAsync(caseId, sha256, copy, cancellation))
            throw new InvalidOperationException("A file in memory changed its digest.");
        return new(name, sample.Size, sha256);
    }

    /// <summary>Stores a file where it has the digest that is expected; false where it has another.</summary>
    public async Task<bool> PutExactlyAsync(
        CaseId caseId, string sha256, Stream content, CancellationToken cancellation)
    {
        var blob = BlobOf(caseId, sha256);
        if (await blob.ExistsAsync(cancellation))
            return true;
        var writer = new BlockWriter(containers.Evidence.GetBlockBlobClient(blob.Name));
        try
        {
            await writer.StageAsync(content, sha256, EvidenceLimits.MostBytes, cancellation);
        }
        catch (RequestFailedException failure) when (BlobFailures.IsThere(failure))
        {
            return true;
        }

        if (writer.Sha256 != sha256)
            return false;
        await writer.TryCreateAsync(cancellation);
        return true;
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(CaseId caseId, string sha256, CancellationToken cancellation = default)
    {
        StoreNames.CheckDigest(sha256);
        return await BlobOf(caseId, sha256).TryOpenAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<Uri> LinkAsync(
        CaseId caseId, EvidenceFile file, Duration life, CancellationToken cancellation = default)
    {
        StoreNames.CheckDigest(file.Sha256);
        var blob = new SignedBlob(BlobOf(caseId, file.Sha256), FileName.Attachment(file.Name));
        return signer.SignAsync(blob, BlobSasPermissions.Read, clock.GetCurrentInstant() + life, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredFile> ListAsync(
        CaseId caseId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var prefix = $"{caseId}/";
        await foreach (var blob in containers.Evidence.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, prefix, cancellation))
            yield return new(blob.Name[prefix.Length..], blob.Properties.ContentLength ?? 0);
    }

    private BlobClient BlobOf(CaseId caseId, string sha256) => containers.Evidence.GetBlobClient($"{caseId}/{sha256}");
}
