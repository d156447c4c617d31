using NodaTime;
using Tedori.Functions.Statistics;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Programme.Statistics;

namespace Tedori.Functions.Public.OpenData;

/// <summary>
/// The figures of the rounds as anybody may read them. What the round's page and its draw publish stands as it is; of what
/// became of the winners, small counts are hidden, and others with them.
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
        var figures = FiguresOf(published, edition.SmallestCell);
        return new(
            edition.Id, edition.Name, edition.SmallestCell,
            [.. rounds.Select(r => RoundOf(edition, r, published.IndexOf(r) is var i and >= 0 ? figures[i] : null))],
            figures[^1]);
    }

    private static OpenRound RoundOf(Edition edition, RoundFigures round, OpenFigures? figures)
    {
        LocalDate? on = figures is not null && round.State.PublishedAt is { } at ? JapanTime.DateOf(at) : null;
        return new(
            round.Id.ToString(), round.Id.Number, round.Round.EntryOpens, round.LastDay(edition), round.Offered, on,
            on is { } day ? edition.Calendar.BusinessDaysBetween(round.LastDay(edition), day) : null, figures);
    }

    // The sums of the two groups follow from what is published of places: each is a table of its own.
    private static List<OpenFigures> FiguresOf(List<RoundFigures> rounds, int threshold)
    {
        var running = SuppressedTable.Of([.. rounds.Select(Running)], threshold).Cells;
        var gone = SuppressedTable.Of([.. rounds.Select(Gone)], threshold).Cells;
        return
        [
            .. rounds.Select((r, i) => Figures([r], running[i], gone[i], running[i] is [_, null, ..] ? null : r.GrantYen)),
            Figures(
                rounds, rounds.Count == 0 ? [0, 0, 0] : running[^1], rounds.Count == 0 ? [0, 0, 0] : gone[^1],
                SumOfYen(rounds, running, threshold)),
        ];
    }

    private static int[] Running(RoundFigures r) => [r.UnderWay, r.Count(Outcome.Granted), r.Count(Outcome.Refused)];

    private static int[] Gone(RoundFigures r) =>
    [
        r.Count(Outcome.Declined) + r.Count(Outcome.Retracted) + r.Count(Outcome.Abandoned), r.Count(Outcome.Ineligible),
        r.Count(Outcome.Lapsed),
    ];

    // The sum less the rounds that are shown is what the others were granted: of too few companies it is not told.
    private static long? SumOfYen(List<RoundFigures> rounds, IReadOnlyList<IReadOnlyList<int?>> running, int threshold)
    {
        List<RoundFigures> hidden = [.. rounds.Where((_, i) => running[i][1] is null)];
        var told = hidden.Count == 0
            || (hidden.Count > 1 && hidden.Sum(r => r.Count(Outcome.Granted)) >= threshold && running[^1] is not [_, null, ..]);
        return told ? rounds.Sum(r => r.GrantYen) : null;
    }

    private static OpenFigures Figures(
        List<RoundFigures> rounds, IReadOnlyList<int?> running, IReadOnlyList<int?> gone, long? yen)
    {
        (string Name, bool IsHidden)[] cells =
        [
            ("underWay", running[0] is null), ("granted", running[1] is null), ("refused", running[2] is null),
            ("withdrawn", gone[0] is null), ("ineligible", gone[1] is null), ("lapsed", gone[2] is null),
            ("grantYen", yen is null),
        ];
        return new(
            rounds.Sum(r => r.Entries), rounds.Sum(r => r.Count(Outcome.Excluded)), rounds.Sum(r => r.Count(Outcome.Lost)),
            rounds.Sum(r => r.State.Won), rounds.Sum(r => r.Places.Promoted), running[0], running[1], running[2], gone[0],
            gone[1], gone[2], yen, [.. cells.Where(c => c.IsHidden).Select(c => c.Name)]);
    }
}
