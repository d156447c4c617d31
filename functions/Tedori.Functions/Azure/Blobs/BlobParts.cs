using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>All parts of an upload, opened for reading at once, so that what is read is what was there together.</summary>
internal sealed class BlobParts : IDisposable
{
    private const char Between = ',';
    private readonly List<BlobDownloadStreamingResult> opened = [];

    private BlobParts()
    {
    }

    /// <summary>Names the versions that are read.</summary>
    public string Version => string.Join(Between, opened.Select(p => p.Details.ETag));

    public IEnumerable<long> Lengths => opened.Select(p => p.Details.ContentLength);

    /// <summary>The parts as one; can be read once.</summary>
    public Stream Content => new JoinedStream([.. opened.Select(p => p.Content)]);

    /// <summary>Opens the parts: of any version, or of those only that the text names.</summary>
    /// <exception cref="RequestFailedException">One is absent, or has another version.</exception>
    public static async Task<BlobParts> OpenAsync(
        BlobContainerClient container, UploadParts upload, string? version, CancellationToken cancellation)
    {
        var versions = version?.Split(Between);
        var parts = new BlobParts();
        try
        {
            foreach (var part in upload.Keys)
                parts.opened.Add(await container.GetBlobClient(part.ToString())
                    .DownloadStreamingAsync(Only(versions?[part.Number - 1]), cancellation));
            return parts;
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    public void Dispose() => opened.ForEach(p => p.Dispose());

    private static BlobDownloadOptions Only(string? version) =>
        version is null ? new() : new() { Conditions = new() { IfMatch = new ETag(version) } };
}
