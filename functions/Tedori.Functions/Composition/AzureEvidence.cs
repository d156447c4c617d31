using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Azure.Blobs;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Composition;

/// <summary>Registers the evidence on Azure Blob Storage.</summary>
public static class AzureEvidence
{
    /// <summary>
    /// Adds it with the app's own identity: URLs are signed by a user delegation key, and no account key exists.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="endpoint">Blob endpoint of the evidence account, https.</param>
    /// <param name="credential">
    /// The identity; it needs Storage Blob Data Contributor and Storage Blob Delegator.
    /// </param>
    /// <exception cref="ArgumentException">The endpoint is not https.</exception>
    public static IServiceCollection AddAzureEvidence(
        this IServiceCollection services, Uri endpoint, TokenCredential credential)
    {
        if (endpoint.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"The evidence endpoint '{endpoint}' is not https.", nameof(endpoint));
        services.AddSingleton(_ => new EvidenceContainers(new(endpoint, credential, Options())));
        services.AddSingleton<IBlobSigner>(s => new UserDelegationSigner(
            s.GetRequiredService<EvidenceContainers>().Service, s.GetRequiredService<IClock>()));
        services.AddHostedService<ProtectionCheck>();
        return services.AddStores();
    }

    /// <summary>Adds it on the emulator, with the account key in the connection string.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="connectionString">The emulator's.</param>
    /// <exception cref="ArgumentException">
    /// Its endpoint is not this machine: no account key is used on Azure.
    /// </exception>
    public static IServiceCollection AddAzureEvidence(this IServiceCollection services, string connectionString)
    {
        var client = new BlobServiceClient(connectionString, Options());
        if (!client.Uri.IsLoopback)
            throw new ArgumentException(
                "An account key is for the emulator on this machine only: give an identity.", nameof(connectionString));
        services.AddSingleton(_ => new EvidenceContainers(client));
        services.AddSingleton<IBlobSigner, EmulatorKeySigner>();
        return services.AddStores();
    }

    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddSingleton<ProtectionProbe>();
        services.AddSingleton<BlobEvidence>();
        services.AddSingleton<IEvidenceStore>(s => s.GetRequiredService<BlobEvidence>());
        services.AddSingleton<IQuarantine, BlobQuarantine>();
        services.AddSingleton<ISealedDocuments, BlobSealed>();
        return services;
    }

    private static BlobClientOptions Options() => new(EvidenceContainers.Protocol)
    {
        Retry = { MaxRetries = 5, NetworkTimeout = TimeSpan.FromSeconds(60) },
    };
}
