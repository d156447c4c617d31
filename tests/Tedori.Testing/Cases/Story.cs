using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Testing.Cases;

/// <summary>What has happened to a case before a spec begins: the usual path, one more step each.</summary>
internal static class Story
{
    public static readonly CaseEvent[] Entered =
        [new CaseEvent.Entered(
            Tokyo.At("2025-05-19T09:00:01"), Sample.CaseId, Sample.Form, Tokyo.At("2025-05-19T09:00:00"), "entry")];

    public static readonly CaseEvent[] Won = [.. Entered, new CaseEvent.Won(Tokyo.At("2025-06-03T10:00:00"), 7)];

    public static readonly CaseEvent[] Lost = [.. Entered, new CaseEvent.Lost(Tokyo.At("2025-06-03T10:00:00"), 141)];

    public static readonly CaseEvent[] Registered =
        [.. Won, new CaseEvent.CompanyRegistered(
            Tokyo.At("2025-06-10T11:00:00"), Sample.Web("2025-06-10T11:00:00", "company"))];

    public static readonly CaseEvent[] Asked =
        [.. Registered, Request("2025-06-17", "2025-07-01", Step.EligibilityReview, 1)];

    public static readonly CaseEvent[] Passed =
        [.. Registered, new CaseEvent.EligibilityPassed(Tokyo.At("2025-06-25T14:00:00"))];

    public static readonly CaseEvent[] Visited =
    [
        .. Passed,
        new CaseEvent.VisitRecorded(Tokyo.At("2025-08-02T10:00:00"), 1, Tokyo.Day("2025-08-01")),
        new CaseEvent.VisitRecorded(Tokyo.At("2025-09-02T10:00:00"), 2, Tokyo.Day("2025-09-01")),
    ];

    public static readonly CaseEvent[] Planned = [.. Visited, Plan(Track.Plain, 1, 2)];

    public static readonly CaseEvent[] PlannedWage = [.. Visited, Plan(Track.Wage, 1, 15)];

    public static readonly CaseEvent[] Ended = [.. Planned, End("2026-01-19")];

    public static readonly CaseEvent[] EndedWage = [.. PlannedWage, End("2026-06-17")];

    public static readonly CaseEvent[] Claimed = [.. Ended, Claim("2026-02-10T11:00:00", new([1, 2], 0))];

    public static readonly CaseEvent[] ClaimedWage = [.. EndedWage, Claim("2026-07-10T11:00:00", new([1, 15], 3))];

    /// <summary>The claim came on paper without the plan of item 2, and staff took the request for it back.</summary>
    public static readonly CaseEvent[] ClaimedWithGap =
    [
        .. Ended,
        new CaseEvent.ClaimSubmitted(
            Tokyo.At("2026-02-10T11:00:00"), Sample.Post("2026-02-09", "2026-02-10", "claim") with
            {
                Gaps = [new("②の計画", "「②の計画」を入力してください。", 2)],
            }, new([1, 2], 0)),
    ];

    /// <summary>
    /// The rest between shifts was registered; what is claimed is the week of four days, and ① began before it was registered.
    /// </summary>
    public static readonly CaseEvent[] ClaimedOtherwise =
    [
        .. Visited,
        new CaseEvent.ProjectRegistered(
            Tokyo.At("2025-10-01T11:00:00"), Sample.Web("2025-10-01T11:00:00", "project"),
            new([1, 2], Track.Plain, [new(2, [2])])),
        End("2026-01-19"),
        Claim("2026-02-10T11:00:00", new([1, 2], 0,
        [
            new(1, null, Tokyo.Day("2025-09-30"), Tokyo.Day("2025-11-01")),
            new(2, [1], Tokyo.Day("2025-10-20"), Tokyo.Day("2025-11-01")),
        ])),
    ];

    public static readonly CaseEvent[] ClaimAsked =
        [.. Claimed, Request("2026-02-25", "2026-03-11", Step.ClaimReview, 1)];

    public static readonly CaseEvent[] Granted =
        [.. Claimed, new CaseEvent.GrantDecided(Tokyo.At("2026-03-18T16:00:00"), new([1, 2], 0), 200_000, ["説明です。"])];

    public static readonly CaseEvent[] LapsedAtCompany =
        [.. Won, Lapse("2025-06-24", Step.CompanyRegistration, "2025-06-12")];

    public static readonly CaseEvent[] LapsedAtProject =
        [.. Passed, Lapse("2025-10-30", Step.ProjectRegistration, "2025-10-20")];

    public static readonly CaseEvent[] LapsedAtClaim = [.. Ended, Lapse("2026-03-05", Step.Claim, "2026-02-20")];

    public static readonly CaseEvent[] LapsedAsked =
        [.. Asked, Lapse("2025-07-11", Step.EligibilityReview, "2025-07-01")];

    public static readonly CaseEvent[] LapsedClaimAsked =
        [.. ClaimAsked, Lapse("2026-03-24", Step.ClaimReview, "2026-03-11")];

    public static readonly Contact NewContact = new("見本 次郎", "jiro@example.jp", "03-0000-0001");

    public static readonly CaseEvent[] ContactAsked =
    [
        .. Won,
        new CaseEvent.ContactChangeRequested(Tokyo.At("2025-06-09T10:00:00"), 1, NewContact),
        new CaseEvent.ContactConfirmationAsked(Tokyo.At("2025-06-09T10:00:00"), new(1, ContactSide.Old)),
        new CaseEvent.ContactConfirmationAsked(Tokyo.At("2025-06-09T10:00:00"), new(1, ContactSide.New)),
    ];

    public static readonly CaseEvent[] ContactHalf =
        [.. ContactAsked, new CaseEvent.ContactConfirmed(Tokyo.At("2025-06-09T11:00:00"), new(1, ContactSide.Old))];

    private static CaseEvent.CorrectionRequested Request(string on, string due, Step review, int number) =>
        new(Tokyo.At($"{on}T15:00:00"), new(number, review, Sample.Flaws, Tokyo.Day(on), Tokyo.Day(due)));

    private static CaseEvent.ProjectRegistered Plan(Track track, params int[] items) =>
        new(Tokyo.At("2025-10-01T11:00:00"), Sample.Web("2025-10-01T11:00:00", "project"), new(items, track));

    private static CaseEvent.ImplementationEnded End(string lastDay) =>
        new(Tokyo.At(Tokyo.Day(lastDay).PlusDays(1), "00:00:00"), Tokyo.Day(lastDay));

    private static CaseEvent.ClaimSubmitted Claim(string at, Claim claim) =>
        new(Tokyo.At(at), Sample.Web(at, "claim"), claim);

    private static CaseEvent.Lapsed Lapse(string on, Step step, string deadline) =>
        new(Tokyo.At($"{on}T00:00:00"), step, Tokyo.Day(deadline));
}
