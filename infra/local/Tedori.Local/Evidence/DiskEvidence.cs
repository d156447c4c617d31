using System.Buffers;
using System.Security.Cryptography;
using Tedori.Local.Data;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>
/// Evidence as files: a folder per case, a file per digest. The name that a company gave its file is data and never
/// part of a path. A file appears under its digest only when it is whole.
/// </summary>
/// <param name="root">Folder of all evidence.</param>
/// <param name="durability">Whether a file reaches the disk before it is acknowledged.</param>
public sealed class DiskEvidence(string root, Durability durability = Durability.Full) : IEvidenceStore
{
    /// <summary>Most bytes of one file.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    private const int BufferLength = 64 * 1024;
    private static readonly SearchValues<char> DigestDigits = SearchValues.Create("0123456789abcdef");

    /// <inheritdoc/>
    /// <exception cref="EvidenceTooLargeException">It has more than <see cref="MostBytes"/>.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<EvidenceFile> PutAsync(
        CaseId caseId, string name, Stream content, CancellationToken cancellation = default)
    {
        var folder = FolderOf(caseId);
        var half = Path.Combine(folder, $".{Guid.NewGuid():n}.half");
        try
        {
            Directory.CreateDirectory(folder);
            var file = await CopyAsync(name, content, half, cancellation);
            var whole = Path.Combine(folder, file.Sha256);
            if (!File.Exists(whole))
                File.Move(half, whole, overwrite: true);
            return file;
        }
        catch (IOException failure) when (StorageFullException.Explains(failure))
        {
            throw new StorageFullException(root, failure);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The digest is not 64 lower-case hexadecimal digits.</exception>
    public Task<Stream?> OpenAsync(CaseId caseId, string sha256, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        cancellation.ThrowIfCancellationRequested();
        if (sha256.Length != 64 || sha256.AsSpan().ContainsAnyExcept(DigestDigits))
            throw new ArgumentException("A SHA-256 digest is 64 lower-case hexadecimal digits.", nameof(sha256));
        var file = Path.Combine(FolderOf(caseId), sha256);
        return Task.FromResult<Stream?>(File.Exists(file) ? OpenForReading(file) : null);
    }

    private static FileStream OpenForReading(string file) => new(
        file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength, useAsync: true);

    private async Task<EvidenceFile> CopyAsync(string name, Stream content, string half, CancellationToken cancellation)
    {
        await using var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                size += read;
                if (size > MostBytes)
                    throw new EvidenceTooLargeException(name, MostBytes);
                digest.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: durability == Durability.Full);
            return new EvidenceFile(name, size, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string FolderOf(CaseId caseId) => Path.Combine(root, caseId.ToString());
}
