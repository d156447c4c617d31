using Tedori.Programme;
using Tedori.Programme.Lottery;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Frozen lists in memory: they never change, and the page of one company must not read a million entries each time.
/// One of it in a process, with a bound on what it holds; safe for many threads.
/// </summary>
public sealed class FrozenLists
{
    /// <summary>How many entries it holds at most, but for the list that was asked for last.</summary>
    public const int Most = 1_000_000;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, int Entries, Lazy<Task<FrozenList?>> List)> kept = new();

    /// <summary>The list of a round, read where it is not there yet; whoever comes meanwhile waits for it.</summary>
    internal async Task<FrozenList?> OfAsync(RoundState state, Func<Task<FrozenList?>> read)
    {
        // The draw is part of it, because the ranks are.
        var key = $"{state.Id}.{state.Digest}.{(state.Phase < RoundPhase.Drawn ? 0 : state.Draw)}";
        var list = Kept(key, state.Entries, read);
        try
        {
            return await list.Value;
        }
        catch
        {
            Forget(key);
            throw;
        }
    }

    private Lazy<Task<FrozenList?>> Kept(string key, int entries, Func<Task<FrozenList?>> read)
    {
        lock (gate)
        {
            var found = kept.FirstOrDefault(k => k.Key == key);
            if (found.List is null)
                found = (key, entries, new(read));
            else
                kept.Remove(found);
            kept.AddFirst(found);
            while (kept.Count > 1 && kept.Sum(k => k.Entries) > Most)
                kept.RemoveLast();
            return found.List;
        }
    }

    private void Forget(string key)
    {
        lock (gate)
        {
            if (kept.FirstOrDefault(k => k.Key == key) is { List: not null } found)
                kept.Remove(found);
        }
    }
}

/// <summary>A frozen list with the ranks of its lots.</summary>
/// <param name="List">The list.</param>
/// <param name="Rows">Its entries, by serial.</param>
/// <param name="Ranks">The rank of each lot by its number from 1, or null before the draw.</param>
internal sealed record FrozenList(SealedList List, List<ListRow> Rows, int[]? Ranks)
{
    private static readonly Comparer<ListRow> BySerial =
        Comparer<ListRow>.Create((a, b) => a.CaseId.Serial.CompareTo(b.CaseId.Serial));

    /// <summary>The row of a case, or null where it has none.</summary>
    public ListRow? Find(CaseId id)
    {
        var at = Rows.BinarySearch(new(0, id, default, null), BySerial);
        return at < 0 ? null : Rows[at];
    }
}
