using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>The three containers of the evidence account. Their names stand in the Bicep too.</summary>
public sealed class EvidenceContainers(BlobServiceClient service)
{
    /// <summary>Where files arrive: browsers write here, nothing is kept for long.</summary>
    public const string QuarantineName = "quarantine";

    /// <summary>Files of filings by case and digest, never changed.</summary>
    public const string EvidenceName = "evidence";

    /// <summary>Lists of rounds and dossiers, never changed.</summary>
    public const string SealedName = "sealed";

    /// <summary>The newest protocol of the Blob service that the client and the emulator both speak.</summary>
    public const BlobClientOptions.ServiceVersion Protocol = BlobClientOptions.ServiceVersion.V2023_01_03;

    /// <summary>Request headers that a browser sends to an upload's URL, for the CORS rule.</summary>
    public const string UploadHeaders = "content-type,x-ms-blob-type,x-ms-version";

    /// <summary>Methods that a browser uses on an upload's URL, for the CORS rule.</summary>
    public const string UploadMethods = "PUT";

    /// <summary>Response headers that the browser's script reads, for the CORS rule.</summary>
    public const string UploadAnswerHeaders = "x-ms-error-code";

    internal BlobServiceClient Service { get; } = service;

    internal BlobContainerClient Quarantine { get; } = service.GetBlobContainerClient(QuarantineName);

    internal BlobContainerClient Evidence { get; } = service.GetBlobContainerClient(EvidenceName);

    internal BlobContainerClient Sealed { get; } = service.GetBlobContainerClient(SealedName);

    /// <summary>
    /// Makes the containers where they are absent, and lets pages of the site write to signed URLs. For the emulator:
    /// on Azure the Bicep does both, and the app has no right to.
    /// </summary>
    public async Task PrepareEmulatorAsync(Uri? site = null, CancellationToken cancellation = default)
    {
        foreach (var container in new[] { Quarantine, Evidence, Sealed })
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        if (site is null)
            return;
        var properties = (await Service.GetPropertiesAsync(cancellation)).Value;
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = site.GetLeftPart(UriPartial.Authority),
                AllowedMethods = UploadMethods,
                AllowedHeaders = UploadHeaders,
                ExposedHeaders = UploadAnswerHeaders,
                MaxAgeInSeconds = 600,
            },
        ];
        await Service.SetPropertiesAsync(properties, cancellation);
    }
}
