using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>
/// What the office does: carries places, releases results, reviews within one to ten business days, records visits.
/// </summary>
internal sealed class OfficeActor(
    SeasonOptions options, ApprovalActor approvals, CaseCommandHandler cases, RoundService rounds, PlaceService places)
{
    private static readonly Signatures Two = new(new("staff-a", "職員A"), new("staff-b", "職員B"));
    private static readonly Duration Opened = Duration.FromMilliseconds(1_200_013);

    public async Task<string> CarryAsync(AgendaItem item)
    {
        var round = TedoriJson.Read<RoundId>(item.Body);
        var carried = 0;
        foreach (var free in await places.ProposeAsync(round))
        {
            var count = free.Unfilled + free.Freed;
            if (await places.CarryAsync(
                $"{item.Key}.{free.Round}", round, free.Round, count, Two) is { } refusal)
                return refusal.Code;
            carried += count;
        }

        return $"carried {carried}";
    }

    public async Task<string> ReleaseAsync(AgendaItem item) =>
        (await rounds.ReleaseAsync(TedoriJson.Read<RoundId>(item.Body), Two))?.Code ?? "accepted";

    /// <summary>The review of something that was filed: somebody opens it, and a little later judges it.</summary>
    public List<AgendaItem> PlanReview(CaseState state, string cause, Instant filedAt)
    {
        var dice = Of(state).On($"review-{cause}");
        var at = After(state, filedAt, dice.Between(1, 10), dice);
        var body = TedoriJson.Write(state.Id);
        return
        [
            new($"begin-{cause}", at - Opened, Deed.BeginReview, body), new($"review-{cause}", at, Deed.Review, body),
        ];
    }

    /// <summary>Opens what was filed: from then on it cannot be replaced.</summary>
    public async Task<(string Result, CaseState State)> BeginAsync(AgendaItem item)
    {
        var id = TedoriJson.Read<CaseId>(item.Body);
        var answer = await cases.HandleAsync(id, new CaseCommand.BeginReview(item.At, ApprovalActor.Proposer.Id));
        return (ResultOf(answer), (await cases.ReadAsync(id))!.State);
    }

    /// <summary>The expert visits after a company passed.</summary>
    public List<AgendaItem> PlanVisits(CaseState state, Instant passedAt)
    {
        var dice = Of(state).On("visits");
        return [.. Enumerable.Range(1, options.Of(state.Id).Visits.Required).Select(number => new AgendaItem(
            $"visit-{state.Id}-{number}", After(state, passedAt, dice.Between(1, 14) + (15 * (number - 1)), dice), Deed.Visit,
            TedoriJson.Write(new VisitPlan(state.Id, number))))];
    }

    public async Task<string> VisitAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<VisitPlan>(item.Body);
        var command = new CaseCommand.RecordVisit(item.At, plan.Number, JapanTime.DateOf(item.At));
        return ResultOf(await cases.HandleAsync(plan.CaseId, command));
    }

    /// <summary>Reviews: asks for a correction once in four cases, passes, fails, grants or refuses.</summary>
    public async Task<(string Result, List<AgendaItem> Following)> ReviewAsync(AgendaItem item)
    {
        var id = TedoriJson.Read<CaseId>(item.Body);
        var state = (await cases.ReadAsync(id))!.State;
        CaseCommand? command = state.Step switch
        {
            Step.EligibilityReview when state.Correction is null => Eligibility(state, item.At),
            Step.ClaimReview when state.Correction is null => ClaimReviewer.Judge(
                options.Of(id), state, Of(state), item.At, Two),
            // Done before a crash, or the company left meanwhile.
            _ => null,
        };
        if (command is null)
            return ("nothing to review", Following(state, item.At));
        if (ProposalOf(id, command) is { } proposal)
            return (await approvals.DecideAsync(item.Key, "審査の結果による", proposal), PlanPayment(state, proposal, item.At));
        var answer = await cases.HandleAsync(id, command);
        return (ResultOf(answer), answer is CaseAnswer.Accepted accepted ? Following(accepted.State, item.At) : []);
    }

    private List<AgendaItem> Following(CaseState state, Instant at) => state switch
    {
        { Step: Step.ProjectRegistration } => PlanVisits(state, at),
        { Correction: not null } => [.. ExtraWork.PlanWithdrawal(state, Of(state), at)],
        _ => [],
    };

    // What refuses or pays needs two people, and its letter a number.
    private static ProposedAction? ProposalOf(CaseId id, CaseCommand command) => command switch
    {
        CaseCommand.FailEligibility c => new ProposedAction.FailEligibility(id, c.Reason),
        CaseCommand.RefuseClaim c => new ProposedAction.RefuseClaim(id, c.Reason),
        CaseCommand.GrantClaim c => new ProposedAction.GrantClaim(id, c.Items, c.Persons, c.Refused, c.Findings),
        _ => null,
    };

    private List<AgendaItem> PlanPayment(CaseState state, ProposedAction action, Instant at)
    {
        if (action is not ProposedAction.GrantClaim grant)
            return [];
        var dice = Of(state).On("payment");
        return [new($"pay-{state.Id}", After(state, at, dice.Between(5, 10), dice), Deed.Decide,
            TedoriJson.Write(new DecisionPlan(new ProposedAction.ReleasePayment(grant.Case), "支給決定による")))];
    }

    private CaseCommand Eligibility(CaseState state, Instant at)
    {
        var company = Of(state);
        if ((state.Corrections == 0 && company.On("correct-eligibility").InThousand(230))
            || (state is { Corrections: 1, Answered.Count: 1 } && company.On("correct-again").InThousand(250)))
            return new CaseCommand.RequestCorrection(at, [new("就業規則", "労働基準監督署の受付印がある写しを提出してください。")]);
        return company.Ineligible
            ? new CaseCommand.FailEligibility(at, "都内に勤務する雇用保険被保険者の要件を満たしていません(募集要項2)。", Signed: Two)
            : new CaseCommand.PassEligibility(at, Two);
    }

    private Company Of(CaseState state) => Company.OfAddress(options.Seed, state.Entry.Email);

    private Instant After(CaseState state, Instant from, int businessDays, Dice dice) => JapanTime.At(
        options.Of(state.Id).Calendar.AddBusinessDays(JapanTime.DateOf(from), businessDays),
        new LocalTime(dice.Between(9, 16), dice.Between(0, 59), dice.Between(0, 59), dice.Between(1, 999)));

    private static string ResultOf(CaseAnswer answer) => answer switch
    {
        CaseAnswer.Accepted => "accepted",
        CaseAnswer.Refused refused => refused.Refusal.Code,
        var other => throw new InvalidOperationException(other.ToString()),
    };
}

/// <summary>An expert visit that is going to take place.</summary>
internal sealed record VisitPlan(CaseId CaseId, int Number);
