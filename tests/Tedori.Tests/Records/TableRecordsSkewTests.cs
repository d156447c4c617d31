using Azure.Data.Tables;
using Tedori.Functions.Azure.Tables;
using Tedori.Testing.Azurite;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>The contract where the clock of the service is a day behind: nothing of it comes from a clock.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class TableRecordsSkewTests(AzuriteServer server) : RecordsContract, IAsyncLifetime
{
    private FaultProxy? proxy;
    private TableRecords? records;

    protected override IRecords Records => records!;

    public async Task InitializeAsync()
    {
        proxy = await FaultProxy.StartAsync(server.TableEndpoint, "$batch", TimeSpan.FromDays(-1));
        records = new(
            options => new TableServiceClient(proxy.Through(server.ConnectionString), options), OwnTables.NewPrefix());
    }

    public async Task DisposeAsync() => await proxy!.DisposeAsync();
}
