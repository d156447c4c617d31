using System.Collections.Concurrent;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Says with which receipt number the next entry of a round begins: the one of the counter, unless the counter may be
/// older than it was. Then above every number that was ever reserved. One of it in a process. A number that is left out
/// was given to nobody, or to an entry that the records have lost.
/// </summary>
public sealed class ReceiptNumbers(INumberBounds bounds)
{
    private readonly ConcurrentDictionary<RoundId, Seen> seen = new();

    /// <summary>
    /// Whether a process goes on with the counter as it finds it at its start: only where nobody restores records.
    /// </summary>
    public bool GoesOnAtStart { get; init; }

    /// <summary>The number with which so many entries begin, reserved before it is given.</summary>
    /// <param name="round">The round.</param>
    /// <param name="next">The next number as the counter has it.</param>
    /// <param name="count">How many follow each other.</param>
    internal async Task<int> BeginAsync(RoundId round, int next, int count)
    {
        var known = seen.TryGetValue(round, out var found) && next >= found.Next ? found : await LookAsync(round, found);
        var begin = Math.Max(next, known.From);
        var bound = begin + count - 1 <= known.Bound ? known.Bound : await bounds.RaiseAsync(round, begin + count - 1);
        seen[round] = new(Math.Max(next, known.Next), known.From, bound);
        return begin;
    }

    /// <summary>Keeps that the records have given the numbers before this one.</summary>
    internal void Gave(RoundId round, int next) => seen.AddOrUpdate(
        round, _ => new(next, 0, 0), (_, known) => known with { Next = Math.Max(next, known.Next) });

    /// <summary>The records did not answer as they should: whatever comes next may come from an older copy.</summary>
    internal void Doubt(RoundId round) => seen.TryRemove(round, out _);

    // At its start, and whenever the counter stands before where this process has seen it.
    private async Task<Seen> LookAsync(RoundId round, Seen? before)
    {
        var highest = await bounds.HighestAsync(round);
        return new(0, before is null && GoesOnAtStart ? 1 : highest + 1, highest);
    }

    /// <summary>What this process knows of the numbers of a round.</summary>
    /// <param name="Next">The furthest that it saw the counter.</param>
    /// <param name="From">The first number that may be given.</param>
    /// <param name="Bound">Up to where numbers are reserved.</param>
    private sealed record Seen(int Next, int From, int Bound);
}
