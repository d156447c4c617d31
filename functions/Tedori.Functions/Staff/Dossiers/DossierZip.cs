using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Programme.Evidence;

namespace Tedori.Functions.Staff.Dossiers;

/// <summary>
/// Writes the files of a dossier one after the other and keeps their digests. The same files give the same bytes.
/// </summary>
internal sealed class DossierZip(ZipArchive archive, DrainedStream sink, Instant at)
{
    private readonly List<DossierEntry> entries = [];

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<DossierEntry> Entries => entries;

    /// <summary>Adds a text.</summary>
    public async Task AddAsync(string path, string text, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await AddAsync(path, content, null, cancellation);
    }

    /// <summary>Adds a file while it is read: a buffer of it is in memory, never the whole.</summary>
    public async Task AddAsync(string path, Stream content, EvidenceFile? listed, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        // A ZIP knows neither zones nor years before 1980.
        entry.LastWriteTime = new(JapanTime.LocalOf(at).ToDateTimeUnspecified(), TimeSpan.Zero);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (size, buffer) = (0L, ArrayPool<byte>.Shared.Rent(128 * 1024));
        await using (var target = await entry.OpenAsync(cancellation))
        {
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
                await sink.DrainAsync(cancellation);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        entries.Add(new(path, size, digest, listed?.Sha256, listed is null ? null : listed.Sha256 == digest, listed?.Name));
    }
}
