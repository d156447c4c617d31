using Tedori.Local.Data;
using Tedori.Local.Records;
using Tedori.Tests.Data;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>The contract on one machine.</summary>
public sealed class SqliteRecordsTests : RecordsContract, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecords _records;

    public SqliteRecordsTests() => _records = new SqliteRecords(_folder["records.db"], Durability.Normal);

    protected override IRecords Records => _records;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _records.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
