using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Azure.Tables;

/// <summary>
/// The record on Azure Tables: a table per kind of record, an entity per row, an entity group transaction per commit.
/// A version is the entity's ETag. Nothing here reads a clock: neither that of this machine nor that of the service.
/// </summary>
/// <param name="connect">Makes the client with the options that this adapter needs.</param>
/// <param name="prefix">Put before the names of the tables, for those who share an account.</param>
public sealed class TableRecords(Func<TableClientOptions, TableServiceClient> connect, string prefix = "") : IAllRecords
{
    private readonly TableServiceClient service = connect(UnansweredAttempts.Observed());
    private readonly ConcurrentDictionary<RecordSet, Task<TableClient>> tables = new();

    /// <inheritdoc/>
    public Backoff Backoff { get; } = new(
        TimeProvider.System, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(250));

    /// <inheritdoc/>
    public async Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        var table = await TableAsync(set, cancellation);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return found.HasValue ? RowEntity.Read(found.Value!) : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanAsync(
        RecordSet set,
        string partition,
        string from = "",
        string? before = null,
        CancellationToken cancellation = default)
    {
        RecordRules.CheckKey(partition);
        return QueryAsync(set, KeyRange.Filter(partition, from, before), cancellation).Select(RowEntity.Read);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<(string Partition, Row Row)> ScanAllAsync(
        RecordSet set, string keyFrom = "", string? keyBefore = null, CancellationToken cancellation = default) =>
        QueryAsync(set, KeyRange.Filter(null, keyFrom, keyBefore), cancellation)
            .Select(entity => (entity.PartitionKey, RowEntity.Read(entity)));

    /// <inheritdoc/>
    /// <exception cref="UncertainCommitException">
    /// An attempt was not answered and what the record holds now does not tell whether it was carried out.
    /// </exception>
    public async Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        RecordRules.CheckCommit(partition, writes);
        if (writes.FirstOrDefault(write => !RowEntity.MayMatch(write)) is { } foreign)
            return new CommitOutcome.Conflict(foreign.Key);
        var commit = new TableCommit(await TableAsync(set, cancellation), partition, writes);
        return await commit.RunAsync(cancellation);
    }

    private async IAsyncEnumerable<TableEntity> QueryAsync(
        RecordSet set,
        string? filter,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await TableAsync(set, cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return entity;
    }

    // Each table is created by who first needs it. A creation that failed is tried again by the next.
    private async Task<TableClient> TableAsync(RecordSet set, CancellationToken cancellation)
    {
        var creation = tables.GetOrAdd(set, _ => CreateAsync(set));
        try
        {
            return await creation.WaitAsync(cancellation);
        }
        catch when (creation.IsFaulted)
        {
            tables.TryRemove(new(set, creation));
            throw;
        }
    }

    private async Task<TableClient> CreateAsync(RecordSet set)
    {
        var table = service.GetTableClient(prefix + TableNames.Of(set));
        await table.CreateIfNotExistsAsync(CancellationToken.None);
        return table;
    }
}

/// <summary>Ranges of keys in the service's query language.</summary>
internal static class KeyRange
{
    /// <summary>Null where every row is meant.</summary>
    public static string? Filter(string? partition, string from, string? before)
    {
        var parts = new List<string>();
        if (partition is not null)
            parts.Add(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"));
        if (from.Length > 0)
            parts.Add(TableClient.CreateQueryFilter($"RowKey ge {from}"));
        if (before is not null)
            parts.Add(TableClient.CreateQueryFilter($"RowKey lt {Sendable(before)}"));
        return parts.Count > 0 ? string.Join(" and ", parts) : null;
    }

    /// <summary>
    /// The end of a range of one prefix is written with U+FFFF, which is no character: no service need take it.
    /// The same range ends before the prefix with its last character raised by one.
    /// </summary>
    private static string Sendable(string before)
    {
        var prefix = before.TrimEnd('\uffff');
        return prefix.Length is 0 || prefix.Length == before.Length
            ? before
            : prefix[..^1] + (prefix[^1] == '\ud7ff' ? '\ue000' : (char)(prefix[^1] + 1));
    }
}

/// <summary>Names of the tables. Storage format.</summary>
internal static class TableNames
{
    public static string Of(RecordSet set) => set switch
    {
        RecordSet.Cases => "cases",
        RecordSet.Rounds => "rounds",
        RecordSet.Office => "office",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "No such set of records."),
    };
}
