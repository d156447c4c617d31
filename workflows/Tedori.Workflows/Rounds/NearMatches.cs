using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Shows staff which entries of a round only look like one company, and what was decided about them.</summary>
public sealed class NearMatches(IRecords records, NearIndex index, EntryJoins joins)
{
    /// <summary>The first of a round in order of position, and how many there are in all.</summary>
    /// <param name="round">The round.</param>
    /// <param name="most">How many are shown at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<(IReadOnlyList<NearMatch> First, int Count)> OfAsync(
        RoundId round, int most, CancellationToken cancellation = default)
    {
        var pairs = NearEntries.Pairs(await index.KeysAsync(round, cancellation));
        var decided = (await joins.OfAsync(round, cancellation)).ToDictionary(d => (d.First.Serial, d.Second.Serial));
        var first = new List<NearMatch>();
        foreach (var pair in pairs.Take(most))
        {
            var (one, other) = (pair.First + 1, pair.Second + 1);
            first.Add(new(
                await EntryAsync(round, one, cancellation), await EntryAsync(round, other, cancellation), pair.Reasons,
                decided.GetValueOrDefault((one, other))));
        }

        return (first, pairs.Count);
    }

    private async Task<EntryRow> EntryAsync(RoundId round, int serial, CancellationToken cancellation) =>
        (await records.ReadAsync(RoundRows.Entry(new(round, serial)), cancellation))!.Body;
}

/// <summary>Two entries that look like one company.</summary>
/// <param name="First">The earlier one.</param>
/// <param name="Second">The later one.</param>
/// <param name="Reasons">Why they look so.</param>
/// <param name="Decision">What two people decided, or null.</param>
public sealed record NearMatch(
    EntryRow First, EntryRow Second, IReadOnlyList<NearReason> Reasons, JoinDecision? Decision);
