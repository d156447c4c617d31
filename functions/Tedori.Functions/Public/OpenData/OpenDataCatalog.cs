using NodaTime;
using Tedori.Functions.Statistics;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.OpenData;

/// <summary>
/// The figures of the rounds as anybody may read them. What the round's page and its draw publish stands as it is. What
/// became of the winners, and who got a place that one of them had left, is told once the last of them has it, for good:
/// while it changes, the figures of two days tell by their difference how a single company fared. So it is told as it was
/// kept then, also where a case of the round goes on after all. Small counts are hidden, and others with them.
/// </summary>
public sealed class OpenDataCatalog(RoundCount count, FinishedResults results)
{
    /// <summary>The data as it stands now.</summary>
    public async Task<OpenDataset> ReadAsync(CancellationToken cancellation)
    {
        var editions = await count.AllAsync(cancellation);
        var kept = new Dictionary<RoundId, FinishedResult>();
        foreach (var round in editions.SelectMany(e => e.Rounds).Where(r => r.State.Phase == RoundPhase.Published))
        {
            if (await results.FindAsync(round.Id, cancellation) is { } result)
                kept[round.Id] = result;
        }

        return Of(editions, kept);
    }

    /// <summary>The data of these figures.</summary>
    /// <param name="editions">The figures as they stand now.</param>
    /// <param name="kept">What became of the winners of the rounds that have been finished, as it was kept then.</param>
    public static OpenDataset Of(
        IEnumerable<(Edition Edition, IReadOnlyList<RoundFigures> Rounds)> editions,
        IReadOnlyDictionary<RoundId, FinishedResult> kept) => new(
        OpenDataset.Version, OpenDataset.DataLicence, [.. editions.Select(e => EditionOf(e.Edition, e.Rounds, kept))]);

    private static OpenEdition EditionOf(
        Edition edition, IReadOnlyList<RoundFigures> rounds, IReadOnlyDictionary<RoundId, FinishedResult> kept)
    {
        // Before the result is published nobody may see what was drawn.
        List<RoundFigures> published = [.. rounds.Where(r => r.State.Phase == RoundPhase.Published)];
        List<FinishedResult> finished = [.. rounds.Where(r => kept.ContainsKey(r.Id)).Select(r => kept[r.Id])];
        var results = OpenResults.Of(finished, edition.SmallestCell);
        return new(
            edition.Id, edition.Name, edition.SmallestCell,
            [.. rounds.Select(r => RoundOf(
                edition, r, published.Contains(r),
                finished.FindIndex(f => f.Round == r.Id) is var i and >= 0 ? results.Rounds[i] : null))],
            // The sums of some rounds less those of fewer would tell what is hidden of a round between.
            Figures(published, finished.Count == rounds.Count ? results.Sums : null));
    }

    private static OpenRound RoundOf(Edition edition, RoundFigures round, bool isPublished, OpenResults? results)
    {
        var places = round.ToldIn(edition);
        LocalDate? on = isPublished && round.State.PublishedAt is { } at ? JapanTime.DateOf(at) : null;
        return new(
            round.Id.ToString(), round.Id.Number, round.Round.EntryOpens, round.LastDay(edition), places.Offered,
            places.CarriedIn, on,
            on is { } day ? edition.Calendar.BusinessDaysBetween(round.LastDay(edition), day) : null,
            isPublished ? Figures([round], results) : null);
    }

    private static OpenFigures Figures(List<RoundFigures> rounds, OpenResults? results) => new(
        rounds.Sum(r => r.Entries), rounds.Sum(r => r.Count(Outcome.Excluded)),
        // As the draw left them: who got a place afterwards was not drawn.
        rounds.Sum(r => r.Count(Outcome.Lost) + r.Places.Promoted),
        rounds.Sum(r => r.State.Won), results?.Promoted, results is null ? null : 0, results?.Granted, results?.Refused,
        results?.Withdrawn, results?.Ineligible, results?.Lapsed, results?.GrantYen, results?.Suppressed ?? []);
}
