using System.Buffers;
using System.Security.Cryptography;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>A file that is being written beside its place. It appears there whole, or it is gone.</summary>
internal sealed class HalfFile : IDisposable
{
    private const int BufferLength = 64 * 1024;
    private readonly string path;

    private HalfFile(string path, long size, string sha256) => (this.path, Size, Sha256) = (path, size, sha256);

    public long Size { get; }

    public string Sha256 { get; }

    /// <summary>Writes a stream into the folder, which is made where it is absent.</summary>
    /// <exception cref="EvidenceTooLargeException">It has more than so many bytes.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public static async Task<HalfFile> WriteAsync(
        string folder, Stream content, string name, long most, Durability durability, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, $".{Guid.NewGuid():n}.half");
        try
        {
            Directory.CreateDirectory(folder);
            var (size, sha256) = await CopyAsync(content, path, name, most, durability, cancellation);
            return new(path, size, sha256);
        }
        catch (Exception failure)
        {
            Forget(path);
            if (failure is IOException disk && StorageFullException.Explains(disk))
                throw new StorageFullException(folder, failure);
            throw;
        }
    }

    /// <summary>Puts it in its place. What is there already is replaced only where that is asked for.</summary>
    public void Become(string target, bool replace)
    {
        if (replace || !File.Exists(target))
            File.Move(path, target, overwrite: true);
    }

    public void Dispose()
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    // What hinders the writing may hinder the removal too, and is what has to be told. A half file that stays is as
    // after a kill: nobody reads it.
    private static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static async Task<(long Size, string Sha256)> CopyAsync(
        Stream content, string path, string name, long most, Durability durability, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                size += read;
                if (size > most)
                    throw new EvidenceTooLargeException(name, most);
                digest.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: durability == Durability.Full);
            return (size, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
