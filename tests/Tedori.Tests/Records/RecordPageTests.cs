using Tedori.Engine.Sqlite;
using Tedori.Local.Records;
using Tedori.Testing.Data;

namespace Tedori.Tests.Records;

/// <summary>
/// A range is sought by both its ends: else the last page of each range is a walk to the end of the partition, which
/// holds a million entries.
/// </summary>
public sealed class RecordPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(true, "(set_name=? AND partition=? AND key>? AND key<?)")]
    [InlineData(false, "(set_name=? AND partition=? AND key>?)")]
    public void Page_OfARange_IsSoughtByItsEnds(bool bounded, string sought)
    {
        using var transaction = new RecordTransaction(folder["records.db"], Durability.Normal);
        using var database = Database.Open(folder["records.db"], Durability.Normal);

        var plan = database.Prepare("EXPLAIN QUERY PLAN " + RecordReader.SqlOf(bounded)).All(row => row.Text(3));

        Assert.Equal(["SEARCH rows USING PRIMARY KEY " + sought], plan);
    }

    public void Dispose() => folder.Dispose();
}
