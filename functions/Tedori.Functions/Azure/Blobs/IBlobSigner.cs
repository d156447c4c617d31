using Azure.Storage.Sas;
using NodaTime;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>Signs URLs of single blobs.</summary>
internal interface IBlobSigner
{
    /// <summary>A URL of the blob with these permissions until an instant (exclusive).</summary>
    Task<Uri> SignAsync(
        SignedBlob blob, BlobSasPermissions permissions, Instant expires, CancellationToken cancellation);
}
