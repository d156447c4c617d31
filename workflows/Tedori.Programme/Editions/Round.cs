using NodaTime;

namespace Tedori.Programme.Editions;

/// <summary>
/// One round (回) of the programme with its dates: guideline 1(4). All dates are Asia/Tokyo and inclusive.
/// </summary>
/// <param name="Number">Number of the round, from 1.</param>
/// <param name="Places">Planned places (予定社数) before any are carried in.</param>
/// <param name="EntryOpens">First day of the pre-entry; it opens at <see cref="ServiceHours.Opens"/>.</param>
/// <param name="EntryCloses">Last day of the pre-entry; it closes at <see cref="ServiceHours.Closes"/>.</param>
/// <param name="CompanyRegistration">Deadline of the company registration (企業情報の登録期限).</param>
/// <param name="ProjectRegistration">Deadline of the project registration (奨励金対象事業の登録期限).</param>
/// <param name="Plain">Later dates without a wage raise (1(4)(イ)).</param>
/// <param name="Wage">Later dates with a wage raise (1(4)(ウ)).</param>
public sealed record Round(
    int Number,
    int Places,
    LocalDate EntryOpens,
    LocalDate EntryCloses,
    LocalDate CompanyRegistration,
    LocalDate ProjectRegistration,
    TrackDates Plain,
    TrackDates Wage)
{
    /// <summary>
    /// How two people moved the end of its window, or null where it stands as written. Read it through
    /// <see cref="Entries.EntryWindow"/>; the days for the result are counted from <see cref="EntryCloses"/> all the same.
    /// </summary>
    public MovedWindow? Moved { get; init; }

    /// <summary>The dates after the project registration on this track.</summary>
    public TrackDates On(Track track) => track == Track.Wage ? Wage : Plain;
}

/// <summary>The two dates that depend on the track. Asia/Tokyo, inclusive.</summary>
/// <param name="Implementation">Last day of the implementation (取組期限).</param>
/// <param name="Claim">Deadline of the claim (支給申請の期限).</param>
public sealed record TrackDates(LocalDate Implementation, LocalDate Claim);
