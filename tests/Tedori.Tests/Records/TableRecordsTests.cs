using Azure.Data.Tables;
using Tedori.Functions.Azure.Tables;
using Tedori.Testing.Azurite;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>The contract on Azure Tables, through the client of this build, against Azurite.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class TableRecordsTests(AzuriteServer server) : RecordsContract
{
    protected override IRecords Records { get; } = new TableRecords(
        options => new TableServiceClient(server.ConnectionString, options), OwnTables.NewPrefix());
}
