using NodaTime;
using Tedori.Functions.Statistics;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;

namespace Tedori.Functions.Public.OpenData;

/// <summary>
/// The figures of the rounds as anybody may read them. What the round's page and its draw publish stands as it is. What
/// became of the winners is told once the last of them has it, for good: while it changes, the figures of two days tell by
/// their difference how a single company fared. Then small counts are hidden, and others with them.
/// </summary>
public sealed class OpenDataCatalog(RoundCount count)
{
    /// <summary>The data as it stands now.</summary>
    public async Task<OpenDataset> ReadAsync(CancellationToken cancellation) => Of(await count.AllAsync(cancellation));

    /// <summary>The data of these figures.</summary>
    public static OpenDataset Of(IEnumerable<(Edition Edition, IReadOnlyList<RoundFigures> Rounds)> editions) => new(
        OpenDataset.Version, OpenDataset.DataLicence, [.. editions.Select(e => EditionOf(e.Edition, e.Rounds))]);

    private static OpenEdition EditionOf(Edition edition, IReadOnlyList<RoundFigures> rounds)
    {
        // Before the result is published nobody may see what was drawn.
        List<RoundFigures> published = [.. rounds.Where(r => r.State.Phase == RoundPhase.Published)];
        List<RoundFigures> finished = [.. rounds.Where(r => r.IsFinished)];
        var results = OpenResults.Of(finished, edition.SmallestCell);
        return new(
            edition.Id, edition.Name, edition.SmallestCell,
            [.. rounds.Select(r => RoundOf(
                edition, r, published.Contains(r),
                finished.IndexOf(r) is var i and >= 0 ? results.Rounds[i] : null))],
            // The sums of some rounds less those of fewer would tell what is hidden of a round between.
            Figures(published, finished.Count == rounds.Count ? results.Sums : null));
    }

    private static OpenRound RoundOf(Edition edition, RoundFigures round, bool isPublished, OpenResults? results)
    {
        LocalDate? on = isPublished && round.State.PublishedAt is { } at ? JapanTime.DateOf(at) : null;
        return new(
            round.Id.ToString(), round.Id.Number, round.Round.EntryOpens, round.LastDay(edition), round.Offered, on,
            on is { } day ? edition.Calendar.BusinessDaysBetween(round.LastDay(edition), day) : null,
            isPublished ? Figures([round], results) : null);
    }

    private static OpenFigures Figures(List<RoundFigures> rounds, OpenResults? results) => new(
        rounds.Sum(r => r.Entries), rounds.Sum(r => r.Count(Outcome.Excluded)), rounds.Sum(r => r.Count(Outcome.Lost)),
        rounds.Sum(r => r.State.Won), rounds.Sum(r => r.Places.Promoted), results is null ? null : 0, results?.Granted,
        results?.Refused, results?.Withdrawn, results?.Ineligible, results?.Lapsed, results?.GrantYen,
        results?.Suppressed ?? []);
}
