using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Testing.Azurite;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>The contract on blobs, through the real client against a real Azurite.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class BlobEvidenceContract(AzuriteServer azurite) : EvidenceContract, IDisposable
{
    private ServiceProvider services = null!;
    private EvidenceStores stores = null!;

    private protected override EvidenceStores Stores => stores;

    public override async Task InitializeAsync()
    {
        services = new ServiceCollection()
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddAzureEvidence(azurite.ConnectionString)
            .BuildServiceProvider();
        await services.GetRequiredService<EvidenceContainers>().PrepareEmulatorAsync(new Uri("http://127.0.0.1:7071"));
        stores = new(
            services.GetRequiredService<IEvidenceStore>(), services.GetRequiredService<IQuarantine>(),
            services.GetRequiredService<ISealedDocuments>(), azurite.BlobEndpoint);
    }

    public override async Task DisposeAsync() => await services.DisposeAsync();

    public void Dispose() => stores?.Dispose();
}
