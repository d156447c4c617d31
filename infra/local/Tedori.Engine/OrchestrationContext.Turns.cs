using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <content>The turns: what arrived is handed to the code one thing at a time, as it will be on every replay.</content>
internal sealed partial class OrchestrationContext
{
    private Task? main;

    public bool Replaying { get; private set; }

    public TurnOutcome Outcome { get; private set; }

    public byte[]? Output { get; private set; }

    public TaskFailureDetails? Failure { get; private set; }

    public Renewal? Renewal { get; private set; }

    /// <summary>What the code asked for in the latest turn.</summary>
    public IReadOnlyList<TurnAction> Actions => actions;

    /// <summary>Events of the latest turn that came after the code had ended.</summary>
    public List<Inbound> Unseen { get; } = [];

    /// <summary>The code has begun, has not ended and waits for nothing that the engine could bring it.</summary>
    public bool IsStuck =>
        main is not null && Outcome == TurnOutcome.Waiting && calls.Count == 0 && timers.Count == 0 && waits == 0;

    public void RunTurn(long at, IReadOnlyList<Inbound> inbox, bool replaying)
    {
        now = at;
        Replaying = replaying;
        actions.Clear();
        scheduler.Enter();
        try
        {
            foreach (var entry in inbox) Receive(entry);
        }
        finally
        {
            scheduler.Leave();
            Replaying = false;
        }
        RecordOutcome();
    }

    private void Receive(Inbound entry)
    {
        if (Outcome != TurnOutcome.Waiting)
        {
            if (entry.Kind == EntryKind.EventRaised) Unseen.Add(entry);
            return;
        }
        switch (entry.Kind)
        {
            case EntryKind.Started:
                Begin();
                break;
            case EntryKind.TimerFired:
                FireTimer(entry.Id);
                break;
            case EntryKind.EventRaised:
                ReceiveEvent(entry);
                break;
            default:
                Answer(entry);
                break;
        }
        scheduler.Drain();
    }

    private void Begin()
    {
        if (!runtime.Orchestrators.TryGetValue(instance.Name, out var factory))
        {
            Outcome = TurnOutcome.Failed;
            Failure = Failures.NotFound(Failures.OrchestratorNotFound, "orchestrator", instance.Name);
            return;
        }
        main = RunAsync(factory);
    }

    private async Task RunAsync(Func<IServiceProvider, ITaskOrchestrator> factory)
    {
        try
        {
            var orchestrator = factory(runtime.Services);
            input = runtime.Payloads.Read(instance.Input, orchestrator.InputType);
            var result = await orchestrator.RunAsync(this, input ?? DefaultOf(orchestrator.InputType));
            Output = Renewal is null ? runtime.Payloads.Write(result) : null;
            Outcome = Renewal is null ? TurnOutcome.Completed : TurnOutcome.ContinuedAsNew;
        }
        catch (Exception e)
        {
            Failure = Failures.Of(e);
            Outcome = TurnOutcome.Failed;
        }
    }

    private void RecordOutcome()
    {
        if (Outcome == TurnOutcome.Waiting) return;
        actions.Add(new(Outcome switch
        {
            TurnOutcome.Completed => ActionKind.Complete,
            TurnOutcome.Failed => ActionKind.Fail,
            _ => ActionKind.ContinueAsNew,
        }, nextId));
    }

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
