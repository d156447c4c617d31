using System.Security.Cryptography;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>Sealed documents as files under their names.</summary>
/// <param name="root">Folder of all sealed documents.</param>
/// <param name="durability">Whether a document reaches the disk before it is acknowledged.</param>
internal sealed class DiskSealed(string root, Durability durability = Durability.Full) : ISealedDocuments, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <inheritdoc/>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<string> PutAsync(
        string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        StoreNames.CheckDocument(name);
        var (target, sha256) = (PathOf(name), Convert.ToHexStringLower(SHA256.HashData(content.Span)));
        // One at a time, so that of two different documents one is refused.
        await gate.WaitAsync(cancellation);
        try
        {
            if (File.Exists(target))
                return await DigestOfAsync(target, cancellation) == sha256
                    ? sha256
                    : throw new SealedDocumentException(name);
            using var stream = new MemoryStream(content.ToArray());
            using var half = await HalfFile.WriteAsync(
                Path.GetDirectoryName(target)!, stream, name, long.MaxValue, durability, cancellation);
            half.Become(target, replace: false);
            return sha256;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default)
    {
        StoreNames.CheckDocument(name);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(DiskStreams.TryOpen(PathOf(name)));
    }

    public void Dispose() => gate.Dispose();

    private static async Task<string> DigestOfAsync(string file, CancellationToken cancellation)
    {
        await using var stream = DiskStreams.Open(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    private string PathOf(string name) => Path.Combine([root, .. name.Split('/')]);
}
