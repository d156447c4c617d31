using System.Buffers;
using System.Security.Cryptography;
using Tedori.Programme.Evidence;

namespace Tedori.Workflows.Evidence;

/// <summary>Reads a file once, in pieces, however long it is: its digest, its length and both its ends.</summary>
public static class ContentReader
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Reads the stream to its end.</summary>
    /// <returns>The sample, and the SHA-256 as 64 lower-case hexadecimal digits.</returns>
    public static async Task<(FileSample Sample, string Sha256)> ReadAsync(
        Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var leading = new MemoryStream();
        var ring = new byte[FileSample.MostTrailing];
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            long size = 0;
            for (int read; (read = await content.ReadAsync(piece.AsMemory(0, PieceLength),
                cancellation)) > 0; size += read)
            {
                digest.AppendData(piece, 0, read);
                leading.Write(piece, 0, (int)Math.Min(read, FileSample.MostLeading - leading.Length));
                Keep(ring, size, piece.AsSpan(0, read));
            }

            return (new(size, leading.ToArray(), Unroll(ring, size)), Convert.ToHexStringLower(
                digest.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static void Keep(byte[] ring, long position, ReadOnlySpan<byte> piece)
    {
        var at = (int)(position % ring.Length);
        var first = Math.Min(piece.Length, ring.Length - at);
        piece[..first].CopyTo(ring.AsSpan(at));
        piece[first..].CopyTo(ring);
    }

    private static byte[] Unroll(byte[] ring, long size)
    {
        if (size <= ring.Length)
            return ring[..(int)size];
        var at = (int)(size % ring.Length);
        return [.. ring.AsSpan(at), .. ring.AsSpan(0, at)];
    }
}
