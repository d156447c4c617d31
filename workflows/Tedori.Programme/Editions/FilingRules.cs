namespace Tedori.Programme.Editions;

/// <summary>What companies state and send with each filing (提出). Texts are shown as written, in Japanese.</summary>
/// <param name="CompanyDocuments">Documents of the company registration.</param>
/// <param name="CompanyDeclarations">What the company declares with it.</param>
/// <param name="ClaimDocuments">Documents of the claim, for each item that is paid per item.</param>
/// <param name="WageDocuments">Documents of the claim for the items that are paid per person.</param>
/// <param name="ClaimDeclarations">What the company declares with the claim.</param>
/// <param name="RestItem">Number of the item that offers a rest between shifts (勤務間インターバル).</param>
/// <param name="MinimumRestMinutes">Shortest rest that qualifies, in minutes.</param>
/// <param name="MinimumRaiseYen">Least raise that qualifies, in yen an hour.</param>
/// <param name="RaiseExceedsRegularStep">Whether a regular pay step (定期昇給) is left out of the raise.</param>
public sealed record FilingRules(
    IReadOnlyList<string> CompanyDocuments,
    IReadOnlyList<string> CompanyDeclarations,
    IReadOnlyList<string> ClaimDocuments,
    IReadOnlyList<string> WageDocuments,
    IReadOnlyList<string> ClaimDeclarations,
    int RestItem,
    int MinimumRestMinutes,
    long MinimumRaiseYen,
    bool RaiseExceedsRegularStep)
{
    /// <summary>
    /// Whether a rule or raise counts only from the day of the project registration to the last day of the implementation.
    /// </summary>
    public bool ItemDatesInPeriod { get; init; } = true;

    /// <summary>Which scheme of <see cref="RestItem"/> is the rest, from 1; null where the item has no schemes.</summary>
    public int? RestScheme { get; init; }

    /// <summary>Which scheme of <see cref="RestItem"/> is the week of four days (週休3日), from 1, or null.</summary>
    public int? FourDayScheme { get; init; }

    /// <summary>Longest day of a week of four days, in minutes.</summary>
    public int MaximumDayMinutes { get; init; } = 10 * 60;

    /// <summary>Longest week of four days as an average over the month, in minutes.</summary>
    public int MaximumWeekMinutes { get; init; } = 40 * 60;

    /// <summary>
    /// What a document is called where a correction (補正) asks for it, once for each: its name without what stands in brackets.
    /// </summary>
    public IReadOnlyList<string> ShortDocumentNames() =>
        [.. CompanyDocuments.Concat(ClaimDocuments).Concat(WageDocuments).Select(d => d.Split('(')[0]).Distinct()];
}
