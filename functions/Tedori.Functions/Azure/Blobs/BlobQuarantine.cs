using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Parts of uploads as blobs named by day, case, number and part. A signed URL cannot bound their length, so reading
/// does.
/// </summary>
internal sealed class BlobQuarantine(
    EvidenceContainers containers, BlobEvidence evidence, IBlobSigner signer, ILogger<BlobQuarantine> logger) : IQuarantine
{
    /// <inheritdoc/>
    public Task<Uri> OpenAsync(PartKey part, Instant expires, CancellationToken cancellation = default) =>
        signer.SignAsync(new(BlobOf(part)), BlobSasPermissions.Create, expires, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<int>> ArrivedAsync(UploadKey upload, CancellationToken cancellation = default)
    {
        var arrived = new List<int>();
        await foreach (var blob in containers.Quarantine.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, $"{upload}/", cancellation))
        {
            if (PartKey.TryParse(blob.Name, out var part))
                arrived.Add(part!.Number);
        }

        return arrived;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(UploadParts upload, Stream content, CancellationToken cancellation = default)
    {
        await foreach (var (part, bytes) in upload.CutAsync(content, cancellation))
        {
            var body = BinaryData.FromBytes(bytes);
            await BlobOf(part).DespiteLeaseAsync(
                () => BlobOf(part).UploadAsync(body, overwrite: true, cancellation), cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<UploadedContent?> InspectAsync(UploadParts upload, CancellationToken cancellation = default)
    {
        try
        {
            using var parts = await BlobParts.OpenAsync(containers.Quarantine, upload, version: null, cancellation);
            if (upload.SizeOf(parts.Lengths) is var size && size != upload.Size)
                return new(new(size, default, default), "", parts.Version);
            var (sample, sha256) = await ContentReader.ReadAsync(parts.Content, cancellation);
            return new(sample, sha256, parts.Version);
        }
        catch (RequestFailedException failure) when (BlobFailures.IsAbsent(failure))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Admission> AdmitAsync(
        UploadParts upload, UploadedContent content, CancellationToken cancellation = default)
    {
        StoreNames.CheckDigest(content.Sha256);
        try
        {
            using var parts = await BlobParts.OpenAsync(
                containers.Quarantine, upload, content.Version, cancellation);
            return await evidence.PutExactlyAsync(upload.Key.Case, content.Sha256, parts.Content, cancellation)
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
    public async Task DiscardAsync(UploadParts upload, CancellationToken cancellation = default)
    {
        foreach (var part in upload.Keys)
            await DeleteAsync(BlobOf(part), cancellation);
    }

    /// <inheritdoc/>
    public async Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default)
    {
        var discarded = new HashSet<string>(StringComparer.Ordinal);
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
                    discarded.Add(UploadOf(blob.Name));
            }
        }

        return discarded.Count;
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

    private static string UploadOf(string name) =>
        PartKey.TryParse(name, out var part) ? part!.Upload.ToString() : name;

    private BlobClient BlobOf(PartKey part) => containers.Quarantine.GetBlobClient(part.ToString());
}
