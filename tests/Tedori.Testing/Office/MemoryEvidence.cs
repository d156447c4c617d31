using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Testing.Office;

/// <summary>Evidence in memory, whose files can be lost or spoilt.</summary>
internal sealed class MemoryEvidence : IEvidenceStore
{
    public Dictionary<(CaseId, string), byte[]> Files { get; } = [];

    public bool Away { get; set; }

    /// <summary>Digests of files that are there and cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public async Task<EvidenceFile> PutAsync(
        CaseId caseId, string name, Stream content, CancellationToken cancellation = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        var digest = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        Files[(caseId, digest)] = copy.ToArray();
        return new(name, copy.Length, digest);
    }

    public Task<Stream?> OpenAsync(CaseId caseId, string sha256, CancellationToken cancellation = default) =>
        Away || Unreadable.Contains(sha256)
        ? throw new IOException("The store does not answer.")
        : Task.FromResult<Stream?>(Files.TryGetValue((caseId, sha256), out var bytes) ? new MemoryStream(bytes) : null);

    public Task<Uri> LinkAsync(
        CaseId caseId, EvidenceFile file, Duration life, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Nobody reads by link here.");

    public async IAsyncEnumerable<StoredFile> ListAsync(
        CaseId caseId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Yield();
        if (Away)
            throw new IOException("The store does not answer.");
        foreach (var ((id, sha256), bytes) in Files.Where(f => f.Key.Item1 == caseId))
            yield return new(sha256, bytes.Length);
    }
}
