using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine.Sqlite;

namespace Tedori.Engine;

/// <summary>
/// An embedded back end of the Durable Task programming model: orchestrators and activities of this process, kept in
/// one SQLite file. What a client call has answered is on disk; an activity runs at least once.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly FileStream claim;
    private readonly Dispatcher dispatcher;
    private readonly InstanceQueries queries;
    private int disposed;

    private DurableEngine(FileStream claim, EngineOptions options, string file)
    {
        this.claim = claim;
        var database = Schema.Open(file, options.FullSync, options.MaxPages);
        var rows = new RowWriter(options.Shared?.Join(database) ?? database);
        queries = new InstanceQueries(Reader(), options.DataConverter);
        dispatcher = new Dispatcher(options, rows, Reader());
        Client = new EngineClient(dispatcher, queries, options.DataConverter, options.Version);

        RowReader Reader() => options.Shared is { } shared ? new(shared.View(file)) : RowReader.Of(file);
    }

    /// <summary>Starts, signals, reads and ends orchestrations.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>The earliest timer or delayed start that has not fired. Exact whenever the engine is idle.</summary>
    public Instant? NextDue => dispatcher.NextDue;

    /// <summary>
    /// The time of the latest change that is on disk, by the timeline of then; null in an empty folder. A virtual clock
    /// that nobody noted goes on from here after a crash: whatever came later is done again.
    /// </summary>
    public Instant? LastChange => queries.LastChange() is > 0 and var at ? Instant.FromUnixTimeTicks(at) : null;

    /// <summary>Why the engine stopped for good, if it did.</summary>
    public Exception? Failure => dispatcher.Failure;

    /// <summary>Turns and activities executed since the engine was opened.</summary>
    public long EventsProcessed => dispatcher.EventsProcessed;

    /// <summary>Activities that orchestrators asked for since the engine was opened.</summary>
    public long ActivitiesOrdered => dispatcher.ActivitiesOrdered;

    /// <summary>How many instances were replayed since the engine was opened, and how many of their turns.</summary>
    internal (long Instances, long Turns) Replayed => dispatcher.Replayed;

    /// <summary>Raised once when storage fails for good; every call fails from then on with that exception.</summary>
    public event Action<Exception>? Failed
    {
        add => dispatcher.Failed += value;
        remove => dispatcher.Failed -= value;
    }

    /// <summary>
    /// Gets ready, beside whatever else a process does at its start, what the first turn would have to wait for. Opening
    /// an engine does it too; nothing depends on it.
    /// </summary>
    public static void WarmUp() => Rehearsal.Begin();

    /// <summary>Opens the folder and finds what was left to do. Nothing runs before <see cref="Start"/>.</summary>
    /// <exception cref="DataFolderInUseException">Another process holds the folder.</exception>
    /// <exception cref="DataFolderCorruptException">A file of the folder is damaged.</exception>
    /// <exception cref="DataFolderNewerException">The folder was written by a newer version.</exception>
    public static Task<DurableEngine> OpenAsync(EngineOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        WarmUp();
        return Task.Run(() => Open(options), ct);
    }

    /// <summary>Begins to run turns, activities and timers, those left over first.</summary>
    public void Start() => dispatcher.Start();

    /// <summary>
    /// Completes when nothing can run at the timeline's present instant: no due timer, no unhandled message, no turn
    /// or activity under way, nothing that is not on disk.
    /// </summary>
    /// <remarks>Throws <see cref="Failure"/> when the engine has failed.</remarks>
    public Task WhenIdleAsync(CancellationToken ct = default) => dispatcher.WhenIdle(null, ct);

    /// <summary>
    /// As <see cref="WhenIdleAsync(CancellationToken)"/>, but whenever nothing can run at the present instant,
    /// <paramref name="passes"/> is asked with the next due instant, on the engine's thread. It moves the timeline
    /// there and answers true, and the engine goes on; or it answers false, and the task completes. That plays many
    /// instants without a hand-over for each.
    /// </summary>
    public Task WhenIdleAsync(Func<Instant, bool> passes, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(passes);
        return PlayAsync(due => due is { } at && passes(at) ? IdleStep.GoOn : IdleStep.Stop, ct);
    }

    /// <summary>
    /// As <see cref="WhenIdleAsync(CancellationToken)"/>, but whenever nothing can run at the present instant,
    /// <paramref name="next"/> is asked on the engine's thread, with the next due instant if there is one. It moves the
    /// timeline, gives the engine something to do, or ends the wait. That plays a whole story on one thread.
    /// </summary>
    public Task PlayAsync(Func<Instant?, IdleStep> next, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        return dispatcher.WhenIdle(next, ct);
    }

    /// <summary>
    /// The history of an instance's present execution as a JSON array of the SDK's history events, for
    /// <see cref="HistoryReplay"/>. What arrived and waits for a turn is not in it.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public Task<string> ExportHistoryAsync(string instanceId, CancellationToken ct = default) => Task.Run(
        () => queries.Find(instanceId) is { } row
            ? HistoryJson.Write(HistoryOf(row))
            : throw new ArgumentException($"There is no orchestration instance '{instanceId}'.", nameof(instanceId)),
        ct);

    /// <summary>Writes what is open and lets the folder go. Unfinished activities are left to the next owner.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;
        await Task.Run(dispatcher.Dispose);
        queries.Dispose();
        await claim.DisposeAsync();
    }

    private List<HistoryEvent> HistoryOf(InstanceRow row) =>
        History.Read(queries.ReadLog(row.Key), new Instance(row, stored: true).Started).Past;

    private static DurableEngine Open(EngineOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        var claim = Claim(options.DataFolder);
        try
        {
            return new DurableEngine(claim, options, Path.Combine(options.DataFolder, "engine.db"));
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    private static FileStream Claim(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "engine.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(folder, e);
        }
    }
}
