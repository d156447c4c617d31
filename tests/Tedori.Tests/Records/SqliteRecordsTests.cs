using Tedori.Engine.Sqlite;
using Tedori.Local.Records;
using Tedori.Testing.Data;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>The contract on one machine.</summary>
public sealed class SqliteRecordsTests : RecordsContract, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteRecords records;

    public SqliteRecordsTests() => records = new SqliteRecords(folder["records.db"], Durability.Normal);

    protected override IRecords Records => records;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await records.DisposeAsync();

    public void Dispose() => folder.Dispose();
}
