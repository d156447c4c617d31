using Tedori.Testing.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public sealed class ManyRowsSpecs
{
    private static readonly RowPartition Partition = new(RecordSet.Rounds, "r7-01");
    private readonly FaultyRecords records = new([]);

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(100, 10, 1)]
    [InlineData(101, 10, 2)]
    [InlineData(100, 20_000, 4)]
    [InlineData(3, 169_990, 1)]
    [InlineData(4, 169_990, 2)]
    public async Task Commit_SoManyRowsOfSoMuchText_WritesAllInAsManyCommitsAsItTakes(int rows, int length, int commits)
    {
        await records.CommitManyAsync(Enumerable.Range(0, rows).Select(
            n => Partition.Row<string>($"row-{n:000}").Insert(new string('a', length))));

        Assert.Equal(commits, records.Commits.Count);
        Assert.Equal(rows, records.Keys(RecordSet.Rounds, "r7-01").Count);
    }
}
