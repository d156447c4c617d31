using System.Collections.Concurrent;
using Tedori.Local.Data;
using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>
/// The one writer. Whoever finds it idle commits on his own thread, which costs no change of threads; whoever
/// finds it busy queues, and the queue is written in groups of one transaction each.
/// </summary>
internal sealed class RecordWriter : IAsyncDisposable
{
    private const int MostInOneTransaction = 256;

    private readonly ConcurrentQueue<PendingCommit> _queue = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly RecordTransaction _transaction;
    private volatile bool _disposed;

    public RecordWriter(string file, Durability durability) => _transaction = new RecordTransaction(file, durability);

    public Task<CommitOutcome> CommitAsync(PendingCommit commit)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_queue.IsEmpty && _turn.Wait(0))
        {
            Write([commit]);
            PassOn();
        }
        else
        {
            _queue.Enqueue(commit);
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
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_turn.Wait(0))
            return false;
        try
        {
            found = read(_transaction.Reader);
            return true;
        }
        finally
        {
            PassOn();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _turn.WaitAsync();
        while (!_queue.IsEmpty)
            Write(NextGroup());
        _transaction.Dispose();
        _turn.Dispose();
    }

    private void Wake()
    {
        if (!_queue.IsEmpty && _turn.Wait(0))
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.WriteGroup(), this, preferLocal: false);
    }

    private void WriteGroup()
    {
        Write(NextGroup());
        PassOn();
    }

    private void PassOn()
    {
        _turn.Release();
        Wake();
    }

    private List<PendingCommit> NextGroup()
    {
        var group = new List<PendingCommit>();
        while (group.Count < MostInOneTransaction && _queue.TryDequeue(out var commit))
            group.Add(commit);
        return group;
    }

    private void Write(List<PendingCommit> group)
    {
        try
        {
            _transaction.Write(group);
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
