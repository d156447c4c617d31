using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Local.Data;

namespace Tedori.Local.Composition;

/// <summary>
/// The record and the evidence as on Azure, in an Azurite, where a data folder has tables of its own.
/// </summary>
/// <param name="connectionString">The emulator's.</param>
internal sealed class AzuriteStores(string connectionString) : IStores
{
    public bool KeepsRecordInFolder => false;

    public Task PrepareAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<EvidenceContainers>().PrepareEmulatorAsync(cancellation: cancellation);

    public void AddTo(IServiceCollection services, DataFolder data, Durability durability, SharedTransaction? shared) =>
        services.AddAzureRecords(connectionString, PrefixOf(data)).AddAzureEvidence(connectionString);

    private static string PrefixOf(DataFolder data)
    {
        var file = data["tables.txt"];
        if (!File.Exists(file))
            File.WriteAllText(file, $"s{Guid.NewGuid():n}");
        return File.ReadAllText(file);
    }
}
