using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>
/// One execution of an orchestrator in memory: its history, what it waits for, and the SDK's executor that runs its
/// code. Code that is not resident is replayed with the next turn.
/// </summary>
internal sealed class LiveExecution(Instance instance, Runtime runtime, List<HistoryEvent> past)
{
    private readonly OpenWork open = new(past);
    private OrchestrationRuntimeState state = new(past);
    private TaskOrchestrationExecutor? executor;
    private TurnGuard? guard;
    private bool whole;

    /// <summary>Called activities without a result.</summary>
    public IReadOnlyDictionary<int, TaskScheduledEvent> OpenActivities => open.Activities;

    /// <summary>The earliest timer that has not fired.</summary>
    public long? NextDue => open.NextDue;

    /// <summary>How many turns the latest turn had to run again before it began.</summary>
    public int Replayed { get; private set; }

    /// <summary>The code waits for nothing that the engine could bring it.</summary>
    public bool IsStuck => guard?.IsStuck == true;

    /// <summary>The timers due by the given time, in order.</summary>
    public List<int> TimersDue(long by) => open.TimersDue(by);

    /// <summary>Takes note of what arrived: a result closes its call.</summary>
    public void Note(HistoryEvent entry) => open.Note(entry);

    /// <summary>From now on the code may ask for nothing more: its turn blocked and was given up.</summary>
    public void Abandon() => Volatile.Read(ref guard)?.Abandon();

    /// <summary>Hands what arrived to the code, one thing after the other.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code diverges from its history.</exception>
    public Turn Run(DateTime at, IReadOnlyList<HistoryEvent> inbox)
    {
        Replayed = 0;
        if (executor is null && state.PastEvents.Count > 0 && !whole) Replay();
        state.NewEvents.Clear();
        Add(new OrchestratorStartedEvent(-1), at);
        foreach (var entry in History.BeginningFirst(inbox)) Add(entry, at);
        var result = Execute();
        var actions = result.Actions.ToArray();
        var turn = new Turn(actions, Take(actions, at), result.CustomStatus);
        if (guard!.Renewing && turn.End is null) ExecuteWholeNextTime();
        return turn;
    }

    /// <summary>Runs the code through its history; what it did beyond that is answered.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code diverges from its history.</exception>
    public IReadOnlyList<OrchestratorAction> Replay()
    {
        List<HistoryEvent> asked = [.. state.PastEvents.Where(History.IsAsked)];
        Replayed = state.PastEvents.Count(e => e is OrchestratorStartedEvent);
        List<OrchestratorAction> beyond = [.. Execute().Actions];
        if (asked.FindIndex(e => !e.IsPlayed) is var position and >= 0)
        {
            // The completion among them is the executor's own: it failed the code at this event.
            var done = beyond.Find(
                a => a.Id == asked[position].EventId && a is not OrchestrationCompleteOrchestratorAction);
            throw Diverged(position + 1, Described.Of(asked[position]), done is null ? null : Described.Of(done));
        }
        if (beyond.Find(a => a is not OrchestrationCompleteOrchestratorAction) is { } more)
            throw Diverged(asked.Count + 1, null, Described.Of(more));
        var recorded = state.Events.OfType<ExecutionCompletedEvent>()
            .LastOrDefault(e => e.OrchestrationStatus != OrchestrationStatus.Terminated)?.OrchestrationStatus;
        var ended = beyond.OfType<OrchestrationCompleteOrchestratorAction>().FirstOrDefault();
        if (recorded != ended?.OrchestrationStatus)
        {
            throw Diverged(
                asked.Count + 1, recorded is { } end ? Described.Of(end) : null,
                ended is null ? null : Described.Of(ended));
        }
        if (guard!.Renewing && ended is null) ExecuteWholeNextTime();
        else state.PastEvents.Clear();
        return beyond;
    }

    private OrchestratorExecutionResult Execute()
    {
        var resident = executor is not null;
        if (!resident) MakeExecutor();
        guard!.Enter();
        try
        {
            return resident ? executor!.ExecuteNewEvents() : executor!.Execute();
        }
        finally
        {
            guard.Leave();
        }
    }

    private void MakeExecutor()
    {
        var (id, key, number) = (instance.Id, instance.Key, instance.Execution);
        Volatile.Write(ref guard, new TurnGuard(instance.Name, id, () => runtime.Strayed(id, key, number)));
        var code = runtime.Orchestrators[instance.Name](runtime.Services);
        var shim = runtime.Shims.CreateOrchestration(
            instance.Name,
            new GuardedOrchestrator(code, guard!, runtime),
            instance.Parent is { } parent ? new(parent.Name, parent.Id) : null);
        executor = new TaskOrchestrationExecutor(
            state, new GuardedOrchestration(shim, guard!), BehaviorOnContinueAsNew.Carryover,
            ErrorPropagationMode.UseFailureDetails);
    }

    // A resident executor forgets that the code wishes to continue as new, when activities or timers hold it back.
    private void ExecuteWholeNextTime()
    {
        state = new OrchestrationRuntimeState(state.Events);
        (executor, whole) = (null, true);
    }

    private HistoryEvent[] Take(OrchestratorAction[] actions, DateTime at)
    {
        if (actions.Length == 0) return [];
        var entries = new HistoryEvent[actions.Length];
        for (var i = 0; i < actions.Length; i++)
        {
            entries[i] = History.Of(actions[i], at);
            if (!History.IsAsked(entries[i])) continue;
            state.AddEvent(entries[i]);
            open.Note(entries[i]);
        }
        return entries;
    }

    private void Add(HistoryEvent entry, DateTime at)
    {
        entry.Timestamp = at;
        state.AddEvent(entry);
    }

    private NonDeterministicOrchestrationException Diverged(int position, string? recorded, string? done) =>
        new(instance.Name, instance.Id, position, recorded, done);
}

/// <summary>The SDK's shim of an orchestrator, seen by the guard: what runs beneath the code's context.</summary>
internal sealed class GuardedOrchestration(TaskOrchestration shim, TurnGuard guard) : TaskOrchestration
{
    public override Task<string> Execute(OrchestrationContext context, string input)
    {
        guard.Beneath = context;
        return shim.Execute(context, input);
    }

    public override void RaiseEvent(OrchestrationContext context, string name, string input) =>
        shim.RaiseEvent(context, name, input);

    public override string GetStatus() => shim.GetStatus();
}

/// <summary>An orchestrator whose code runs under a guard.</summary>
internal sealed class GuardedOrchestrator(ITaskOrchestrator code, TurnGuard guard, Runtime runtime) : ITaskOrchestrator
{
    public Type InputType => code.InputType;

    public Type OutputType => code.OutputType;

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var given = input is null && InputType.IsValueType ? Activator.CreateInstance(InputType) : input;
        return guard.Begin(() => code.RunAsync(new GuardedContext(context, given, guard, runtime), given));
    }
}
