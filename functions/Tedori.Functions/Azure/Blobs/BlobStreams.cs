using Azure;
using Azure.Storage.Blobs;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>Reads blobs, and streams that become blobs.</summary>
internal static class BlobStreams
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Opens a blob for reading, or null where there is none.</summary>
    public static async Task<Stream?> TryOpenAsync(this BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;
        }
        catch (RequestFailedException failure) when (BlobFailures.IsAbsent(failure))
        {
            return null;
        }
    }

    /// <summary>Copies no more than a file of evidence may have.</summary>
    /// <exception cref="EvidenceTooLargeException">It has more.</exception>
    public static async Task CopyAtMostAsync(
        this Stream content, MemoryStream target, string name, CancellationToken cancellation)
    {
        var piece = new byte[PieceLength];
        for (int read; (read = await content.ReadAsync(piece, cancellation)) > 0;)
        {
            if (target.Length + read > EvidenceLimits.MostBytes)
                throw new EvidenceTooLargeException(name, EvidenceLimits.MostBytes);
            target.Write(piece, 0, read);
        }
    }
}
