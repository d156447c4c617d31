namespace Tedori.Engine;

/// <summary>What writes: a thread of its own, so that one batch grows while another reaches the disk.</summary>
internal sealed class BatchWriter
{
    private readonly RowWriter rows;
    private readonly Action<List<RowChange>>? observer;
    private readonly Action<Batch, Exception?> report;
    private readonly object gate = new();
    private readonly Thread thread;
    private Batch? next;
    private bool closing;

    public BatchWriter(RowWriter rows, Action<List<RowChange>>? observer, Action<Batch, Exception?> report)
    {
        this.rows = rows;
        this.observer = observer;
        this.report = report;
        thread = new Thread(Work) { IsBackground = true, Name = "engine writer" };
        thread.Start();
    }

    /// <summary>Hands a batch over. There is never more than one under way.</summary>
    public void Submit(Batch batch)
    {
        lock (gate)
        {
            next = batch;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Writes a batch on the caller's thread while none is under way; what prevented it is answered.</summary>
    public Exception? WriteNow(Batch batch)
    {
        try
        {
            observer?.Invoke(batch.Changes);
            rows.Write(batch.Changes, batch.At);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public void Close()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }
        thread.Join();
        rows.Dispose();
    }

    private void Work()
    {
        while (Take() is { } batch) report(batch, WriteNow(batch));
    }

    private Batch? Take()
    {
        lock (gate)
        {
            while (next is null && !closing) Monitor.Wait(gate);
            var taken = next;
            next = null;
            return taken;
        }
    }
}
