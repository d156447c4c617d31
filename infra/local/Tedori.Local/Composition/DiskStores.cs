using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Data;
using Tedori.Local.Records;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Health;
using Tedori.Workflows.Records;

namespace Tedori.Local.Composition;

/// <summary>The record in a SQLite file, evidence as files.</summary>
internal sealed class DiskStores : IStores
{
    /// <summary>Name of the file of the record in the data folder.</summary>
    public const string RecordsFile = "records.db";

    public bool KeepsRecordInFolder => true;

    // Before anything runs, so that a damaged file is found while all the others are as they were.
    public async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        _ = (services.GetRequiredService<SqliteRecords>(), services.GetRequiredService<IEvidenceStore>());
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<StartCheck>().RecordsAsync(cancellation) is { } fault)
            throw new DataFolderException($"{RecordsFile}: {fault}");
    }

    public void AddTo(
        IServiceCollection services, DataFolder data, Durability durability, SharedTransaction? shared)
    {
        services.AddSingleton(_ => new SqliteRecords(data[RecordsFile], durability, shared));
        services.AddSingleton<IAllRecords>(all => all.GetRequiredService<SqliteRecords>());
        services.AddSingleton<IRecords>(all => all.GetRequiredService<SqliteRecords>());
        services.AddDiskEvidence(data, durability);
    }
}
