namespace Tedori.Local.Engine;

/// <summary>Brings an instance's code back to where its history ends, and compares what it does on the way.</summary>
internal sealed class Replayer(Runtime runtime)
{
    /// <summary>Replays the parts of a history in order. A divergence is noted on the instance, not thrown.</summary>
    public void Replay(Instance instance, IEnumerable<byte[]> parts)
    {
        var context = new OrchestrationContext(instance, runtime);
        instance.Context = context;
        var position = 0;
        foreach (var part in parts)
        {
            var reader = new LogReader(part);
            while (!reader.AtEnd && instance.Divergence is null)
            {
                var kind = reader.ReadKind();
                if (kind != EntryKind.Turn)
                {
                    Take(instance, reader.ReadInbound(kind));
                    continue;
                }
                var (at, recorded) = reader.ReadTurn();
                context.RunTurn(at, instance.Inbox, replaying: true);
                instance.Inbox.Clear();
                instance.HasBegun = true;
                instance.Divergence = Compare(instance, recorded, ref position);
            }
        }
        foreach (var entry in instance.Inbox)
            if (entry.Kind == EntryKind.TimerFired) context.MarkFired(entry.Id);
    }

    private static void Take(Instance instance, Inbound entry)
    {
        if (entry.Kind is not (EntryKind.Suspended or EntryKind.Resumed or EntryKind.Terminated))
            instance.Inbox.Add(entry);
    }

    private static NonDeterministicOrchestrationException? Compare(
        Instance instance, List<TurnAction> recorded, ref int position)
    {
        var done = instance.Context!.Actions;
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
