namespace Tedori.Season.Reporting;

/// <summary>The sums of a season. Property names are keys of <c>--json</c>.</summary>
public sealed record SeasonTotals(
    int Entries,
    int Excluded,
    int Won,
    int Lost,
    int Registered,
    int Lapsed,
    int Withdrawn,
    int Ineligible,
    int Granted,
    int Refused,
    long YenGranted,
    int Reinstated,
    int RefusedFilings,
    int Mails,
    int CaseEvents);
