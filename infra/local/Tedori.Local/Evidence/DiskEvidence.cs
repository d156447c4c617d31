using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>
/// Evidence as files: a folder per case, a file per digest. The name that a company gave its file is data and never
/// part of a path. A file appears under its digest only when it is whole.
/// </summary>
/// <param name="root">Folder of all evidence.</param>
/// <param name="urls">Signs the links that read.</param>
/// <param name="clock">From when links are counted.</param>
/// <param name="durability">Whether a file reaches the disk before it is acknowledged.</param>
internal sealed class DiskEvidence(string root, StoreUrls urls, IClock clock, Durability durability = Durability.Full)
    : IEvidenceStore
{
    /// <inheritdoc/>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<EvidenceFile> PutAsync(
        CaseId caseId, string name, Stream content, CancellationToken cancellation = default)
    {
        using var half = await WriteAsync(caseId, name, content, cancellation);
        half.Become(PathOf(caseId, half.Sha256), replace: false);
        return new(name, half.Size, half.Sha256);
    }

    /// <summary>Stores a file where it has the digest that is expected; false where it has another.</summary>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<bool> PutExactlyAsync(
        CaseId caseId, string sha256, Stream content, CancellationToken cancellation)
    {
        using var half = await WriteAsync(caseId, sha256, content, cancellation);
        if (half.Sha256 != sha256)
            return false;
        half.Become(PathOf(caseId, sha256), replace: false);
        return true;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(CaseId caseId, string sha256, CancellationToken cancellation = default)
    {
        StoreNames.CheckDigest(sha256);
        cancellation.ThrowIfCancellationRequested();
        var file = PathOf(caseId, sha256);
        return Task.FromResult<Stream?>(File.Exists(file) ? DiskStreams.Open(file) : null);
    }

    /// <inheritdoc/>
    public Task<Uri> LinkAsync(
        CaseId caseId, EvidenceFile file, Duration life, CancellationToken cancellation = default)
    {
        StoreNames.CheckDigest(file.Sha256);
        var expires = clock.GetCurrentInstant() + life;
        return Task.FromResult(
            urls.Sign($"evidence/{caseId}/{file.Sha256}", StorePermission.Read, expires,
                FileName.Attachment(file.Name)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredFile> ListAsync(
        CaseId caseId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Yield();
        var folder = new DirectoryInfo(FolderOf(caseId));
        foreach (var file in folder.Exists ? folder.EnumerateFiles() : [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (StoreNames.IsDigest(file.Name))
                yield return new(file.Name, file.Length);
        }
    }

    private Task<HalfFile> WriteAsync(CaseId caseId, string name, Stream content, CancellationToken cancellation) =>
        HalfFile.WriteAsync(FolderOf(caseId), content, name, EvidenceLimits.MostBytes, durability, cancellation);

    private string FolderOf(CaseId caseId) => Path.Combine(root, caseId.ToString());

    private string PathOf(CaseId caseId, string sha256) => Path.Combine(FolderOf(caseId), sha256);
}
