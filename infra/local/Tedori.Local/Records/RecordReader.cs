using System.Globalization;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>Reads over one connection, for one caller at a time.</summary>
internal sealed class RecordReader : IDisposable
{
    public const int PageLength = 500;

    private readonly Database database;
    private readonly Statement row;
    private readonly Statement page;
    private readonly Statement lastPage;
    private readonly Statement pageOfAll;

    public RecordReader(Database database)
    {
        this.database = database;
        row = database.Prepare(
            "SELECT key, version, body FROM rows WHERE set_name = ?1 AND partition = ?2 AND key = ?3");
        // Two, because a bound that may be absent is none to SQLite: it would walk on to the end of the partition.
        page = database.Prepare(SqlOf(bounded: true));
        lastPage = database.Prepare(SqlOf(bounded: false));
        pageOfAll = database.Prepare($"""
            SELECT key, version, body, partition FROM rows
            WHERE set_name = ?1 AND (partition, key) > (?2, ?3) AND key >= ?4 AND (?5 IS NULL OR key < ?5)
            ORDER BY partition, key LIMIT {PageLength}
            """);
    }

    /// <summary>The least key that is greater than this one: keys hold no control character.</summary>
    public static string After(string key) => key + '\0';

    public Row? Read(RecordSet set, string partition, string key) =>
        row.Bind(1, RecordSetNames.Of(set)).Bind(2, partition).Bind(3, key).First(found => RowOf(found, partition));

    public List<Row> Page(RecordSet set, string partition, string from, string? before)
    {
        var statement = (before is null ? lastPage : page).Bind(1, RecordSetNames.Of(set)).Bind(2, partition).Bind(3, from);
        return (before is null ? statement : statement.Bind(4, before)).All(found => RowOf(found, partition));
    }

    public List<(string Partition, Row Row)> PageOfAll(
        RecordSet set, (string Partition, string Key) after, string from, string? before) =>
        pageOfAll.Bind(1, RecordSetNames.Of(set)).Bind(2, after.Partition).Bind(3, after.Key)
            .Bind(4, from).Bind(5, before)
            .All(static found => (found.Text(3), RowOf(found, found.Text(3))));

    public void Dispose() => database.Dispose();

    /// <summary>A page of a range with or without an end.</summary>
    internal static string SqlOf(bool bounded) => $"""
        SELECT key, version, body FROM rows
        WHERE set_name = ?1 AND partition = ?2 AND key >= ?3{(bounded ? " AND key < ?4" : "")}
        ORDER BY key LIMIT {PageLength}
        """;

    private static Row RowOf(Statement found, string partition) =>
        new(found.Text(0), found.Number(1).ToString(CultureInfo.InvariantCulture),
            found.Text(2))
        { Partition = partition };
}
