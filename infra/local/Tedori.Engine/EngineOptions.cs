using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Tedori.Engine.Sqlite;

namespace Tedori.Engine;

/// <summary>What an engine is opened with.</summary>
public sealed record EngineOptions
{
    /// <summary>The folder that holds <c>engine.db</c>; created when absent, held by one process at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The time that timers follow: the host's, when nothing else is given.</summary>
    public ITimeline Timeline { get; init; } = RunningTimeline.FromSystemClock();

    /// <summary>The orchestrators and activities, found by name. Read once, when the engine opens.</summary>
    public required DurableTaskRegistry Registry { get; init; }

    /// <summary>
    /// Where activities get their dependencies, each in a scope of its own where the provider makes scopes; nothing is
    /// found when none is given.
    /// </summary>
    public IServiceProvider Services { get; init; } = NoServices.Instance;

    /// <summary>How inputs, results and event payloads are written.</summary>
    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    /// <summary>
    /// A longer timer is made of several of this length, as the SDK's worker does: Azure Storage holds no message back
    /// for more than a week.
    /// </summary>
    public TimeSpan MaximumTimerInterval { get; init; } = TimeSpan.FromDays(3);

    /// <summary>True: what is acknowledged survives a power cut. False: a crash of the process only.</summary>
    public bool FullSync { get; init; } = true;

    /// <summary>
    /// A transaction over this and other files: what is acknowledged survives nothing before it is committed, which is
    /// right only while the engine is idle. None when nothing else is given.
    /// </summary>
    public SharedTransaction? Shared { get; init; }

    /// <summary>How many activities run at once.</summary>
    public int MaxActivities { get; init; } = 64;

    /// <summary>
    /// Activities run on the engine's own thread, and go on there after each wait, so that nothing is handed from thread
    /// to thread and the order of all that happens is the same in every run: for a virtual clock. An activity must not
    /// block there for the engine.
    /// </summary>
    public bool RunsActivitiesItself { get; init; }

    /// <summary>How many instances stay in memory with their running code; others are replayed when needed.</summary>
    public int CachedInstances { get; init; } = 10_000;

    /// <summary>How long a turn, with its replay, may hold the thread until it counts as blocked.</summary>
    public TimeSpan BlockedAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where the engine and replay-safe loggers write.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The version given to instances that are started without one.</summary>
    public string Version { get; init; } = "";

    /// <summary>The most pages that the file may grow to: how tests fill the disk. Zero for no limit.</summary>
    internal int MaxPages { get; init; }

    /// <summary>Sees every batch before it is committed: the benchmark repeats them without an engine.</summary>
    internal Action<List<RowChange>>? Observer { get; init; }
}
