using System.Collections.Concurrent;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>
/// The one writer. Whoever finds it idle commits on his own thread, which costs no change of threads; whoever
/// finds it busy queues, and the queue is written in groups of one transaction each.
/// </summary>
internal sealed class RecordWriter : IAsyncDisposable
{
    private const int MostInOneTransaction = 256;

    private readonly ConcurrentQueue<PendingCommit> queue = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly RecordTransaction transaction;
    private volatile bool disposed;

    public RecordWriter(string file, Durability durability, SharedTransaction? shared) =>
        transaction = new RecordTransaction(file, durability, shared);

    public Task<CommitOutcome> CommitAsync(PendingCommit commit)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (queue.IsEmpty && turn.Wait(0))
        {
            Write([commit]);
            PassOn();
        }
        else
        {
            queue.Enqueue(commit);
            Wake();
        }

        return commit.Answer;
    }

    /// <summary>
    /// Reads over the writer's own connection if it is idle: its cache holds what it has just written, while every
    /// other connection must throw its cache away after each commit.
    /// </summary>
    public bool TryRead<T>(Func<RecordReader, T> read, out T? found)
    {
        found = default;
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!turn.Wait(0))
            return false;
        try
        {
            found = read(transaction.Reader);
            return true;
        }
        finally
        {
            PassOn();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        await turn.WaitAsync();
        while (!queue.IsEmpty)
            Write(NextGroup());
        transaction.Dispose();
        turn.Dispose();
    }

    private void Wake()
    {
        if (!queue.IsEmpty && turn.Wait(0))
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.WriteGroup(), this, preferLocal: false);
    }

    private void WriteGroup()
    {
        Write(NextGroup());
        PassOn();
    }

    private void PassOn()
    {
        turn.Release();
        Wake();
    }

    private List<PendingCommit> NextGroup()
    {
        var group = new List<PendingCommit>();
        while (group.Count < MostInOneTransaction && queue.TryDequeue(out var commit))
            group.Add(commit);
        return group;
    }

    private void Write(List<PendingCommit> group)
    {
        try
        {
            transaction.Write(group);
        }
        catch (Exception) when (group.Count > 1)
        {
            // A commit bears its own failure, never that of another one in its group.
            foreach (var commit in group)
                Write([commit]);
            return;
        }
        catch (Exception failure)
        {
            group[0].Fail(failure);
            return;
        }

        foreach (var commit in group)
            commit.Acknowledge();
    }
}
