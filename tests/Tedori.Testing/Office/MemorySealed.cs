using System.Collections.Concurrent;
using System.Security.Cryptography;
using Tedori.Workflows.Evidence;

namespace Tedori.Testing.Office;

/// <summary>Sealed documents in memory.</summary>
internal sealed class MemorySealed : ISealedDocuments
{
    private readonly ConcurrentDictionary<string, byte[]> documents = new();

    public Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        StoreNames.CheckDocument(name);
        if (!documents.GetOrAdd(name, content.ToArray()).AsSpan().SequenceEqual(content.Span))
            throw new SealedDocumentException(name);
        return Task.FromResult(Convert.ToHexStringLower(SHA256.HashData(content.Span)));
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default) =>
        Task.FromResult<Stream?>(documents.TryGetValue(name, out var content) ? new MemoryStream(content) : null);
}
