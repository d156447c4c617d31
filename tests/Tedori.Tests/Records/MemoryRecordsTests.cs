using Tedori.Testing.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>The contract on the store in memory.</summary>
public sealed class MemoryRecordsTests : RecordsContract
{
    protected override IRecords Records { get; } = new MemoryRecords();
}

/// <summary>The contract on the store of the specs, which would prove nothing if it did not keep it.</summary>
public sealed class FaultyRecordsTests : RecordsContract
{
    protected override IRecords Records { get; } = new FaultyRecords([]);
}
