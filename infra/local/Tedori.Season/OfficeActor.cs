using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Grants;
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

    /// <summary>The review of something that was filed.</summary>
    public AgendaItem PlanReview(CaseState state, string cause, Instant filedAt)
    {
        var dice = Of(state).On($"review-{cause}");
        return new($"review-{cause}", After(state, filedAt, dice.Between(1, 10), dice), Deed.Review,
            TedoriJson.Write(state.Id));
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
            Step.ClaimReview when state.Correction is null => Claim(state, item.At),
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
        CaseCommand.GrantClaim c => new ProposedAction.GrantClaim(id, c.Items, c.Persons, c.Refused),
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

    private CaseCommand Claim(CaseState state, Instant at)
    {
        var dice = Of(state).On("decide-claim");
        var claim = state.Claim!;
        if (state.Answered.Count == 0 && dice.InThousand(250) && Of(state).On("correct-claim").InThousand(900))
            return new CaseCommand.RequestCorrection(at, [new("賃金台帳・実施の記録", "取組前後の写しが不足しています。追加で提出してください。")]);
        if (dice.InThousand(40))
            return new CaseCommand.RefuseClaim(at, "取組の実施を確認できる書類が提出されていないため。", Signed: Two);
        var items = claim.Items.Count > 2 && dice.InThousand(100) ? [.. claim.Items.Skip(1)] : claim.Items;
        var persons = items.Any(options.Of(state.Id).PaysPersons) ? claim.Persons : 0;
        return GrantCalculation.Of(options.Of(state.Id), items, persons).Yen == 0
            ? new CaseCommand.RefuseClaim(at, "2項目以上の取組を確認できないため(募集要項1(2))。", Signed: Two)
            : new CaseCommand.GrantClaim(at, items, persons, Refused: RefusalsOf(claim.Items, items), Signed: Two);
    }

    private static List<ItemRefusal> RefusalsOf(IReadOnlyList<int> claimed, IReadOnlyList<int> approved) =>
        [.. claimed.Except(approved).Order().Select(i => new ItemRefusal(i, "実施の記録から取組を確認できないため。"))];

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
