using System.Globalization;
using Tedori.Functions.Statistics;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>Something that is counted of every round: a row of the table, a column of the file.</summary>
/// <param name="Group">What it belongs to, in Japanese.</param>
/// <param name="Name">What it is called, in Japanese.</param>
/// <param name="Of">Its value of one round, or of several together; null where there is none.</param>
public sealed record RoundMeasure(string Group, string Name, Func<IReadOnlyCollection<RoundFigures>, decimal?> Of)
{
    private const string Lottery = "応募と抽選";
    private const string UnderWay = "手続き中の申請(いまの段階)";
    private const string Ended = "終結した申請";

    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<RoundMeasure> All =
    [
        Sum(Lottery, "応募", r => r.Entries),
        Sum(Lottery, CaseLabels.Of(Outcome.Excluded), r => r.Count(Outcome.Excluded)),
        // Places that are carried stand in two rounds, so that there is no sum of them.
        new(Lottery, "予定社数(追加を含む)", rounds => rounds.Count == 1 ? rounds.First().Offered : null),
        Sum(Lottery, "当選", r => r.State.Won),
        Sum(Lottery, "繰上当選", r => r.Places.Promoted),
        new(Lottery, "倍率", Odds),
        Sum(Lottery, CaseLabels.Of(Outcome.Lost), r => r.Count(Outcome.Lost)),
        .. Enum.GetValues<Step>().Where(s => s != Step.Closed)
            .Select(s => Sum(UnderWay, CaseLabels.Of(s), r => r.Count(s))),
        .. Endings.Select(o => Sum(Ended, CaseLabels.Of(o), r => r.Count(o))),
        Sum(Ended, "支給決定額(円)", r => r.GrantYen),
    ];

    private static IEnumerable<Outcome> Endings =>
    [
        Outcome.Declined, Outcome.Retracted, Outcome.Abandoned, Outcome.Lapsed, Outcome.Ineligible, Outcome.Granted,
        Outcome.Refused,
    ];

    /// <summary>As people read it: with separators, a dash where there is none.</summary>
    public string Read(params IReadOnlyCollection<RoundFigures> rounds) =>
        Of(rounds)?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "-";

    private static RoundMeasure Sum(string group, string name, Func<RoundFigures, long> of) =>
        new(group, name, rounds => rounds.Sum(of));

    // Entries that took part for each that won, of the rounds that were drawn.
    private static decimal? Odds(IReadOnlyCollection<RoundFigures> rounds)
    {
        var drawn = rounds.Where(r => r.State.Won > 0).ToList();
        var took = drawn.Sum(r => (decimal)(r.Entries - r.Count(Outcome.Excluded)));
        return drawn.Count == 0 ? null : Math.Round(took / drawn.Sum(r => r.State.Won), 2);
    }
}
