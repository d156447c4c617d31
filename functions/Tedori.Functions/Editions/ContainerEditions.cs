using Azure;
using Azure.Storage.Blobs;
using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Editions;

/// <summary>The programme files of a container: every .json blob, in order of name.</summary>
public sealed class ContainerEditions(BlobContainerClient container) : IEditionSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<EditionText>> ReadAsync(CancellationToken cancellation = default)
    {
        try
        {
            var files = new List<EditionText>();
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                if (!blob.Name.EndsWith(".json", StringComparison.Ordinal))
                    continue;
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                files.Add(new(blob.Name, content.Value.Content.ToString()));
            }

            return files;
        }
        catch (RequestFailedException e)
        {
            throw new EditionPlaceException(
                e.Status == 404
                    ? $"The container '{container.Name}' of programme files is not there: make it, or name another."
                    : $"The container '{container.Name}' of programme files cannot be read ({e.ErrorCode ?? "no answer"}).",
                e);
        }
    }
}
