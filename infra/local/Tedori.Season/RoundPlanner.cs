using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>Decides, before a round opens, who will enter it and when.</summary>
internal sealed class RoundPlanner(SeasonOptions options, RoundRecords rounds, CaseCommandHandler cases)
{
    private readonly EntryEdges edges = new(options);

    /// <summary>The entries of a round, and what the office does in it.</summary>
    public async Task<List<AgendaItem>> PlanAsync(RoundId id)
    {
        var edition = options.Of(id);
        var round = edition.Round(id.Number);
        var window = EntryWindow.AsWritten(edition, round);
        var dice = Dice.For(options.Seed, id.Edition == options.Edition.Id ? $"round-{id.Number}" : $"round-{id}");
        var total = options.EntriesOf(id.Number);
        var (losers, winners) = await EarlierAsync(id);
        var again = dice.Shuffle(losers.Where(c => c.Persistent)).Take(total / 3).Select(c => c.Id).ToList();
        var twice = Math.Max(1, total * 3 / 100);
        var selected = dice.Shuffle(winners).Take(1).Select(c => c.Id).ToList();
        var others = EntryEdges.ImposturesOf(total);
        var known = 3 + again.Count + twice + selected.Count + others + EntryEdges.InExtraTime(edition, id.Number);
        var fresh = Enumerable.Range(4, total - known).Select(i => edges.NameOf(id, i)).ToList();

        var items = edges.Of(id, window);
        var entered = again.Concat(selected).Concat(fresh)
            .Select(c => EntryEdges.Enter(id, c, "", At(window, dice))).ToList();
        items.AddRange(entered);
        var doubles = dice.Shuffle(fresh).Take(twice).ToList();
        items.AddRange(doubles.Select(c => EntryEdges.Enter(id, c, "-again", At(window, dice))));
        items.AddRange(edges.Impostures(id, entered.TakeLast(others), window));
        items.AddRange(OfficeWork(id, round, dice));
        return items;
    }

    private IEnumerable<AgendaItem> OfficeWork(RoundId id, Round round, Dice dice)
    {
        var body = TedoriJson.Write(id);
        yield return new($"carry-{id}", Office(round.EntryOpens, 11, dice), Deed.CarryPlaces, body);
        // One result in seven is forgotten: the programme releases it itself.
        var day = options.Of(id).Calendar.AddBusinessDays(round.EntryCloses, dice.Between(1, 6));
        if (!dice.InThousand(140))
            yield return new($"release-{id}", Office(day, 15, dice), Deed.Release, body);
    }

    private static Instant Office(LocalDate date, int hour, Dice dice) =>
        JapanTime.At(date, new LocalTime(hour, dice.Between(0, 59), dice.Between(0, 59), dice.Between(1, 999)));

    // Three of ten come in the first hour.
    private static Instant At(EntryWindow window, Dice dice)
    {
        var span = dice.InThousand(300) ? 3_600_000L : (long)(window.Closes - window.Opens).TotalMilliseconds;
        var at = window.Opens + Duration.FromMilliseconds(1 + dice.Below(span - 2));
        return at.ToUnixTimeMilliseconds() % 1000 == 0 ? at + Duration.FromMilliseconds(7) : at;
    }

    private async Task<(List<Company> Losers, List<Company> Winners)> EarlierAsync(RoundId id)
    {
        var (losers, winners) = (new List<Company>(), new List<Company>());
        if (id.Number == 1)
            return (losers, winners);
        var results = await rounds.ResultsAsync(id with { Number = id.Number - 1 });
        foreach (var result in results.Where(r => r.Exclusion is null))
        {
            var snapshot = await cases.ReadAsync(result.CaseId)
                ?? throw new InvalidOperationException($"Case {result.CaseId} has a result but no record.");
            (result.Won ? winners : losers).Add(Company.OfAddress(options.Seed, snapshot.State.Entry.Email));
        }

        return (losers, winners);
    }
}
