using System.Collections.Concurrent;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>
/// The record in one SQLite file. One writer at a time; an idle store commits on the caller's own thread, and
/// commits that meet are grouped into one transaction. A read sees every commit that was acknowledged before it.
/// Rows are ordered by the code points of their keys, which is ordinal order but for characters beyond U+FFFF.
/// </summary>
public sealed class SqliteRecords : IAllRecords, IAsyncDisposable
{
    private readonly RecordWriter writer;
    private readonly RecordReaders readers;

    /// <summary>Opens the file, creating it where it is absent.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="durability">What an acknowledged commit survives.</param>
    /// <param name="shared">A transaction over this and other files, which is committed by who owns it.</param>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public SqliteRecords(string file, Durability durability = Durability.Full, SharedTransaction? shared = null)
    {
        writer = new RecordWriter(file, durability, shared);
        readers = new RecordReaders(() => shared?.View(file) ?? Database.Open(file, durability));
    }

    /// <inheritdoc/>
    public Backoff Backoff { get; } = new(
        TimeProvider.System, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(32));

    /// <inheritdoc/>
    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        RecordRules.CheckKey(partition);
        RecordRules.CheckKey(key);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Read(reader => reader.Read(set, partition, key)));
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
        return Pages(from, key => Read(reader => reader.Page(set, partition, key, before)), cancellation)
            .ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<(string Partition, Row Row)> ScanAllAsync(
        RecordSet set, string keyFrom = "", string? keyBefore = null, CancellationToken cancellation = default) =>
        AllPages(set, keyFrom, keyBefore, cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        RecordRules.CheckCommit(partition, writes);
        cancellation.ThrowIfCancellationRequested();
        return writer.CommitAsync(new PendingCommit(set, partition, writes));
    }

    /// <summary>Writes what was handed over, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
    }

    private T Read<T>(Func<RecordReader, T> read) =>
        writer.TryRead(read, out var found) ? found! : readers.Use(read);

    private static IEnumerable<Row> Pages(string from, Func<string, List<Row>> read, CancellationToken cancellation)
    {
        List<Row> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = read(from);
            foreach (var row in page)
                yield return row;
            if (page.Count > 0)
                from = RecordReader.After(page[^1].Key);
        }
        while (page.Count == RecordReader.PageLength);
    }

    private IEnumerable<(string Partition, Row Row)> AllPages(
        RecordSet set, string keyFrom, string? keyBefore, CancellationToken cancellation)
    {
        var (partition, key) = ("", "");
        List<(string Partition, Row Row)> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = Read(reader => reader.PageOfAll(set, (partition, key), keyFrom, keyBefore));
            foreach (var row in page)
                yield return row;
            if (page.Count > 0)
                (partition, key) = (page[^1].Partition, page[^1].Row.Key);
        }
        while (page.Count == RecordReader.PageLength);
    }
}

/// <summary>The connections that read: as many as there are readers at once, a few of which are kept.</summary>
internal sealed class RecordReaders(Func<Database> open) : IDisposable
{
    private const int Kept = 4;

    private readonly ConcurrentStack<RecordReader> idle = new();
    private volatile bool disposed;

    public T Use<T>(Func<RecordReader, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!idle.TryPop(out var reader))
            reader = new RecordReader(open());
        try
        {
            return read(reader);
        }
        finally
        {
            GiveBack(reader);
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryPop(out var reader))
            reader.Dispose();
    }

    private void GiveBack(RecordReader reader)
    {
        if (disposed || idle.Count >= Kept)
            reader.Dispose();
        else
            idle.Push(reader);
    }
}
