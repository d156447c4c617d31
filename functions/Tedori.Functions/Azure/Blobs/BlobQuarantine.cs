using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Uploads as blobs named by day, case and number. A signed URL cannot bound their length, so reading does.
/// </summary>
internal sealed class BlobQuarantine(
    EvidenceContainers containers, BlobEvidence evidence, IBlobSigner signer, ILogger<BlobQuarantine> logger) : IQuarantine
{
    /// <inheritdoc/>
    public Task<Uri> OpenAsync(UploadKey key, Instant expires, CancellationToken cancellation = default) =>
        signer.SignAsync(new(BlobOf(key)), BlobSasPermissions.Write, expires, cancellation);

    /// <inheritdoc/>
    public async Task WriteAsync(UploadKey key, Stream content, CancellationToken cancellation = default)
    {
        // Under a lease no block would be taken, and the content can be read once only.
        await BlobOf(key).BreakLeaseAsync(cancellation);
        var writer = new BlockWriter(containers.Quarantine.GetBlockBlobClient(key.ToString()));
        await writer.StageAsync(content, key.ToString(), EvidenceLimits.MostBytes, cancellation);
        await writer.ReplaceAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<UploadedContent?> InspectAsync(UploadKey key, CancellationToken cancellation = default)
    {
        try
        {
            using var download = (await BlobOf(key).DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            var version = download.Details.ETag.ToString();
            if (download.Details.ContentLength > EvidenceLimits.MostBytes)
                return new(new(download.Details.ContentLength, default, default), "", version);
            var (sample, sha256) = await ContentReader.ReadAsync(download.Content, cancellation);
            return new(sample, sha256, version);
        }
        catch (RequestFailedException failure) when (BlobFailures.IsAbsent(failure))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Admission> AdmitAsync(
        UploadKey key, UploadedContent content, CancellationToken cancellation = default)
    {
        StoreNames.CheckDigest(content.Sha256);
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfMatch = new ETag(content.Version) } };
            using var download = (await BlobOf(key).DownloadStreamingAsync(options, cancellation)).Value;
            return await evidence.PutExactlyAsync(key.Case, content.Sha256, download.Content, cancellation)
                ? Admission.Admitted
                : Admission.Changed;
        }
        catch (RequestFailedException failure) when (BlobFailures.IsAbsent(failure))
        {
            return Admission.Absent;
        }
        catch (RequestFailedException failure) when (BlobFailures.IsChanged(failure))
        {
            return Admission.Changed;
        }
    }

    /// <inheritdoc/>
    public Task DiscardAsync(UploadKey key, CancellationToken cancellation = default) =>
        DeleteAsync(BlobOf(key), cancellation);

    /// <inheritdoc/>
    public async Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default)
    {
        var discarded = 0;
        await foreach (var folder in containers.Quarantine.GetBlobsByHierarchyAsync(
            BlobTraits.None, BlobStates.None, "/", prefix: null, cancellation))
        {
            if (!LocalDatePattern.Iso.Parse(folder.Prefix?.TrimEnd('/') ?? "").TryGetValue(default, out var opened)
                || opened >= day)
                continue;
            await foreach (var blob in containers.Quarantine.GetBlobsAsync(
                BlobTraits.None, BlobStates.None, folder.Prefix, cancellation))
            {
                if (await TryDeleteAsync(containers.Quarantine.GetBlobClient(blob.Name), cancellation))
                    discarded++;
            }
        }

        return discarded;
    }

    // One that does not go must not keep all that come after it.
    private async Task<bool> TryDeleteAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await DeleteAsync(blob, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(failure, "The upload {Name} could not be removed; the next sweep tries again.", blob.Name);
            return false;
        }
    }

    private static Task<bool> DeleteAsync(BlobClient blob, CancellationToken cancellation) =>
        blob.DespiteLeaseAsync(
            async () => (await blob.DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation)).Value,
            cancellation);

    private BlobClient BlobOf(UploadKey key) => containers.Quarantine.GetBlobClient(key.ToString());
}
