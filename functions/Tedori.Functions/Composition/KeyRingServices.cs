using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Azure.Keys;
using Tedori.Functions.Settings;

namespace Tedori.Functions.Composition;

/// <summary>Registers data protection whose keys all instances share.</summary>
internal static class KeyRingServices
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    /// <summary>Keys in a blob, each wrapped by the vault.</summary>
    public static IServiceCollection AddKeyRing(
        this IServiceCollection services, KeyRingSettings settings, TokenCredential credential)
    {
        services.AddSingleton<IKeyWrapper>(_ => new VaultKeyWrapper(
            new HttpClient(), settings.VaultKey, credential, VaultPipeline.Build(Pace)));
        return services.AddKeyRing(
            new BlockBlobClient(settings.Blob, credential, new BlobClientOptions(EvidenceContainers.Protocol)));
    }

    /// <summary>Keys in this blob, each wrapped by whichever wrapper is registered.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, BlockBlobClient blob)
    {
        services.AddDataProtection().SetApplicationName("tedori");
        services.AddOptions<KeyManagementOptions>().Configure<IKeyWrapper>((keys, wrapper) =>
        {
            keys.XmlRepository = new BlobKeyRing(blob);
            keys.XmlEncryptor = new VaultXmlEncryptor(wrapper);
        });
        return services;
    }
}
