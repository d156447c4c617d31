using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using NodaTime;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>What a signed URL is about.</summary>
/// <param name="Client">The blob.</param>
/// <param name="Disposition">Content-Disposition that a reader is answered with, or null.</param>
internal sealed record SignedBlob(BlobClient Client, string? Disposition = null)
{
    /// <summary>The terms of the URL. No start: clocks of the two sides may differ.</summary>
    public BlobSasBuilder Terms(BlobSasPermissions permissions, Instant expires)
    {
        var terms = new BlobSasBuilder(permissions, expires.ToDateTimeOffset())
        {
            BlobContainerName = Client.BlobContainerName,
            BlobName = Client.Name,
            Resource = "b",
            Protocol = Client.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        if (Disposition is not null)
            (terms.ContentDisposition, terms.ContentType) = (Disposition, "application/octet-stream");
        return terms;
    }
}
