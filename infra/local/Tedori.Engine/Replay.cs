namespace Tedori.Engine;

/// <summary>Brings an instance's code back to where its history ends, and compares what it does on the way.</summary>
internal sealed class Replay(Instance instance, Runtime runtime, IReadOnlyList<byte[]> parts)
{
    private readonly OrchestrationContext context = new(instance, runtime);
    private readonly List<Inbound> inbox = [];
    private Exception? divergence;
    private volatile Exception? blocked;
    private int position;

    /// <summary>How many turns were run again.</summary>
    public int Turns { get; private set; }

    public Instance Instance => instance;

    /// <summary>Runs the code through the parts of the history in order, on any thread.</summary>
    public void Run()
    {
        foreach (var part in parts)
        {
            var reader = new LogReader(part);
            while (!reader.AtEnd && divergence is null && blocked is null)
            {
                var kind = reader.ReadKind();
                if (kind != EntryKind.Turn)
                {
                    Take(reader.ReadInbound(kind));
                    continue;
                }
                var (at, recorded) = reader.ReadTurn();
                context.RunTurn(at, inbox, replaying: true);
                inbox.Clear();
                Turns++;
                divergence = Compare(recorded);
            }
        }
        foreach (var entry in inbox)
            if (entry.Kind == EntryKind.TimerFired) context.MarkFired(entry.Id);
    }

    /// <summary>Gives up code that holds its thread; what it still does counts no more.</summary>
    public void Abandon(TimeSpan after)
    {
        context.Abandon();
        blocked = new BlockedOrchestratorException(instance.Name, instance.Id, after);
    }

    /// <summary>Hands the outcome to the instance. A divergence is noted there, not thrown.</summary>
    public void Settle()
    {
        if (blocked is null) instance.Follow(context, inbox, begun: Turns > 0, divergence);
        else instance.Follow(context, [], begun: true, blocked);
    }

    private void Take(Inbound entry)
    {
        if (entry.Kind is not (EntryKind.Suspended or EntryKind.Resumed or EntryKind.Terminated)) inbox.Add(entry);
    }

    private NonDeterministicOrchestrationException? Compare(List<TurnAction> recorded)
    {
        var done = context.Actions;
        for (var i = 0; i < Math.Max(done.Count, recorded.Count); i++)
        {
            position++;
            var was = i < recorded.Count ? recorded[i] : null;
            var now = i < done.Count ? done[i] : null;
            if (was is not null && now is not null && now.Repeats(was)) continue;
            return new(instance.Name, instance.Id, position, was?.Describe(), now?.Describe());
        }
        return null;
    }
}
