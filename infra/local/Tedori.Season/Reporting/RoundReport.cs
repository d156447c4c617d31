namespace Tedori.Season.Reporting;

/// <summary>One round of a season. Property names are keys of <c>--json</c>.</summary>
/// <param name="Round">Number.</param>
/// <param name="Entries">Entries received in the window.</param>
/// <param name="Excluded">Entries that took no part in the draw.</param>
/// <param name="Places">Planned places.</param>
/// <param name="CarriedIn">Places carried in.</param>
/// <param name="Won">Entries drawn.</param>
/// <param name="Lost">Entries not drawn.</param>
/// <param name="Registered">Winners whose company registration was accepted.</param>
/// <param name="Lapsed">Cases that ended by a deadline, by step.</param>
/// <param name="Withdrawn">Cases that the company left (辞退, 撤回, 中止).</param>
/// <param name="Ineligible">Cases that failed the eligibility review.</param>
/// <param name="Granted">Grants decided.</param>
/// <param name="Refused">Grants refused.</param>
/// <param name="YenGranted">Sum of the grants in yen.</param>
/// <param name="ResultNoticesSent">Result notices sent.</param>
/// <param name="LatestResultBusinessDay">Business day after the close on which the last result notice left.</param>
public sealed record RoundReport(
    int Round,
    int Entries,
    int Excluded,
    int Places,
    int CarriedIn,
    int Won,
    int Lost,
    int Registered,
    IReadOnlyDictionary<string, int> Lapsed,
    int Withdrawn,
    int Ineligible,
    int Granted,
    int Refused,
    long YenGranted,
    int ResultNoticesSent,
    int LatestResultBusinessDay)
{
    /// <summary>Id of the edition where several years were played, else null.</summary>
    public string? Edition { get; init; }
}
