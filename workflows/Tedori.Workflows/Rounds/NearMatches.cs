using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Text;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Shows staff which entries of a round only look like one company, and what was decided about them.</summary>
public sealed class NearMatches(IRecords records, RoundRecords rounds, EntryJoins joins, EditionCatalog editions)
{
    /// <summary>The first of a round in order of position, and how many there are in all.</summary>
    /// <param name="round">The round.</param>
    /// <param name="most">How many are shown at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<(IReadOnlyList<NearMatch> First, int Count)> OfAsync(
        RoundId round, int most, CancellationToken cancellation = default)
    {
        var (serials, pairs) = await PairsAsync(round, editions.Of(round).Entry.Reading, cancellation);
        var decided = (await joins.OfAsync(round, cancellation)).ToDictionary(d => (d.First.Serial, d.Second.Serial));
        var first = new List<NearMatch>();
        foreach (var pair in pairs.Take(most))
        {
            var (one, other) = (serials[pair.First], serials[pair.Second]);
            first.Add(new(
                await EntryAsync(round, one, cancellation), await EntryAsync(round, other, cancellation), pair.Reasons,
                decided.GetValueOrDefault((one, other))));
        }

        return (first, pairs.Count);
    }

    private async Task<(List<int> Serials, IReadOnlyList<NearPair> Pairs)> PairsAsync(
        RoundId round, CompanyReading reading, CancellationToken cancellation)
    {
        var (serials, near) = (new List<int>(), new NearEntries());
        await foreach (var page in rounds.EntryPagesAsync(round, cancellation))
        {
            var read = new (Entry Entry, NearKeys Keys)[page.Count];
            Parallel.For(0, read.Length, i =>
            {
                var row = page[i].Entry;
                var texts = CompanyTexts.Of(row.Form, reading);
                var entry = row.ToEntry(texts);
                read[i] = (entry, NearKeys.Of(entry, texts, reading.Mail(row.Form.Email)));
            });
            foreach (var (entry, keys) in read)
            {
                near.Add(entry, keys);
                serials.Add(entry.CaseId.Serial);
            }
        }

        return (serials, near.Pairs());
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
