using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Testing.Cases;

/// <summary>
/// One of the deadlines a company can meet by a filing, so that the rules they share are specified once.
/// </summary>
internal sealed record Deadline(
    Step Step,
    CaseEvent[] Before,
    CaseEvent[] Lapsed,
    LocalDate Date,
    LocalDate SettledOn,
    Func<Filing, Instant, CaseCommand> File,
    Func<Filing, Instant, CaseEvent> Filed)
{
    public static TheoryData<string> Names => [.. All.Keys];

    public static Deadline Of(string name) => All[name];

    private static readonly Dictionary<string, Deadline> All = new()
    {
        ["company"] = new(
            Step.CompanyRegistration, Story.Won, Story.LapsedAtCompany, Tokyo.Day("2025-06-12"),
            Tokyo.Day("2025-06-23"),
            (filing, at) => new CaseCommand.RegisterCompany(at, filing),
            (filing, at) => new CaseEvent.CompanyRegistered(at, filing)),
        ["project"] = new(
            Step.ProjectRegistration, Story.Passed, Story.LapsedAtProject, Tokyo.Day("2025-10-20"),
            Tokyo.Day("2025-10-29"),
            (filing, at) => new CaseCommand.RegisterProject(at, filing, [1, 2]),
            (filing, at) => new CaseEvent.ProjectRegistered(at, filing, new([1, 2], Track.Plain))),
        ["claim"] = new(
            Step.Claim, Story.Ended, Story.LapsedAtClaim, Tokyo.Day("2026-02-20"), Tokyo.Day("2026-03-04"),
            (filing, at) => new CaseCommand.SubmitClaim(at, filing, [1, 2], 0),
            (filing, at) => new CaseEvent.ClaimSubmitted(at, filing, new([1, 2], 0))),
        ["correction"] = new(
            Step.EligibilityReview, Story.Asked, Story.LapsedAsked, Tokyo.Day("2025-07-01"), Tokyo.Day("2025-07-10"),
            (filing, at) => new CaseCommand.AnswerCorrection(at, 1, filing),
            (filing, at) => new CaseEvent.CorrectionAnswered(at, 1, filing)),
        ["claimCorrection"] = new(
            Step.ClaimReview, Story.ClaimAsked, Story.LapsedClaimAsked, Tokyo.Day("2026-03-11"),
            Tokyo.Day("2026-03-23"),
            (filing, at) => new CaseCommand.AnswerCorrection(at, 1, filing),
            (filing, at) => new CaseEvent.CorrectionAnswered(at, 1, filing)),
    };

    /// <summary>First instant at which nothing is expected any more.</summary>
    public Instant SettledAt => Tokyo.At(SettledOn.PlusDays(1), "00:00:00");
}
