using System.Collections.Concurrent;
using Tedori.Engine.Sqlite;

namespace Tedori.Local.Records;

/// <summary>The connections that read: as many as there are readers at once, a few of which are kept.</summary>
internal sealed class RecordReaders(string file, Durability durability) : IDisposable
{
    private const int Kept = 4;

    private readonly ConcurrentStack<RecordReader> idle = new();
    private volatile bool disposed;

    public T Use<T>(Func<RecordReader, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!idle.TryPop(out var reader))
            reader = new RecordReader(Database.Open(file, durability));
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
