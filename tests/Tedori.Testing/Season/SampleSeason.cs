using NodaTime;
using Tedori.Season.Checks;
using Tedori.Season.Reporting;

namespace Tedori.Testing.Season;

/// <summary>A season with made-up numbers: rounds 3 and 8 leave places free, which rounds 4 and 9 take.</summary>
internal static class SampleSeason
{
    public const int RoundCount = 10;

    public static readonly IReadOnlyList<Invariant> Held =
    [
        new("places", true, "1,352 won of 1,400 places and 82 carried"),
        new("sealed lists", true, "1,956 entries, 10 lists"),
        new("result notices", true, "1,956 notices, the latest on business day 6"),
    ];

    public static readonly IReadOnlyDictionary<string, int> Notices = new SortedDictionary<string, int>
    {
        ["CorrectionRequested"] = 431,
        ["CorrectionWithdrawn"] = 0,
        ["CutoffExtended"] = 12,
        ["EligibilityFailed"] = 58,
        ["EligibilityPassed"] = 1_133,
        ["EntryReceived"] = 1_975,
        ["FilingReceived"] = 3_627,
        ["GrantDecided"] = 884,
        ["GrantRefused"] = 37,
        ["Lapsed"] = 264,
        ["LeavingReceived"] = 109,
        ["Reinstated"] = 3,
        ["Reminder"] = 7_208,
        ["ResultExcluded"] = 41,
        ["ResultLost"] = 563,
        ["ResultWon"] = 1_352,
    };

    public static readonly RunFigures Figures = new(Duration.FromMilliseconds(23_456), 412_345, 287, 1_234, 5);

    public static SeasonReport Of(IReadOnlyList<Invariant>? invariants = null)
    {
        RoundReport[] rounds = [.. Enumerable.Range(1, RoundCount).Select(Round)];
        return new("r7", 20250519, 210, rounds, Notices, Totals(rounds), invariants ?? Held);
    }

    private static RoundReport Round(int number)
    {
        var thin = number is 3 or 8;
        var carried = number is 4 or 9 ? 18 + number : 0;
        var entries = (thin ? 126 : 210) + number;
        var excluded = 3 + number % 4;
        var won = Math.Min(140 + carried, entries - excluded);
        var lapsed = new Dictionary<string, int>
        {
            ["companyRegistration"] = 9 + number % 3,
            ["eligibilityReview"] = number % 2,
            ["projectRegistration"] = 7 + number % 5,
            ["claim"] = 6 + number % 4,
            ["claimReview"] = number % 3,
        };
        var (withdrawn, ineligible, refused) = (8 + number, 5 + number % 6, 2 + number % 5);
        var granted = won - lapsed.Values.Sum() - withdrawn - ineligible - refused;
        return new(
            number, entries, excluded, 140, carried, won, entries - excluded - won, won - lapsed["companyRegistration"],
            lapsed, withdrawn, ineligible, granted, refused, granted * 840_000L + number * 10_000L, entries,
            4 + number % 3);
    }

    private static SeasonTotals Totals(RoundReport[] rounds) => new(
        rounds.Sum(r => r.Entries), rounds.Sum(r => r.Excluded), rounds.Sum(r => r.Won), rounds.Sum(r => r.Lost),
        rounds.Sum(r => r.Registered), rounds.Sum(r => r.Lapsed.Values.Sum()), rounds.Sum(r => r.Withdrawn),
        rounds.Sum(r => r.Ineligible), rounds.Sum(r => r.Granted), rounds.Sum(r => r.Refused),
        rounds.Sum(r => r.YenGranted), Reinstated: 3, RefusedFilings: 216, Mails: 17_697, CaseEvents: 24_680);
}
