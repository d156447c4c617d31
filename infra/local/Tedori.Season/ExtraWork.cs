using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>
/// What the office does beside the usual: more time for a case, for some, for a round; a draw that is repeated; notices
/// that are sent again; corrections taken back.
/// </summary>
internal sealed class ExtraWork(
    SeasonOptions options, ApprovalActor approvals, CaseCommandHandler cases, RoundRecords rounds, NoticeJobs jobs,
    NoticeRepetition notices)
{
    private const int Redrawn = 4;
    private const int Extended = 6;
    private const string Why = "通信障害により手続きができなかったため";

    /// <summary>What is planned for a round when it opens.</summary>
    public IEnumerable<AgendaItem> Plan(RoundId id)
    {
        var edition = options.Of(id);
        var round = edition.Round(id.Number);
        var dice = Dice.For(options.Seed, "extra", id.ToString());
        yield return Item($"extend-some-{id}", Before(edition, round.ProjectRegistration, 1, dice), Deed.ExtendSome, id);
        yield return Item(
            $"repeat-{id}", Before(edition, round.CompanyRegistration, 3, dice), Deed.RepeatNotices, id);
        if (id.Number == Redrawn)
        {
            var day = edition.Calendar.AddBusinessDays(round.EntryCloses, 1);
            yield return Decide($"redraw-{id}", At(day, 10, dice), new ProposedAction.DrawAgain(id, "名簿の取扱いの確認のため"));
        }

        if (id.Number == Extended)
        {
            var date = edition.Calendar.AddBusinessDays(round.Plain.Claim, 5);
            yield return Decide($"extend-{id}", Before(edition, round.Plain.Claim, 3, dice),
                new ProposedAction.ExtendRound(id, Step.Claim, date, Track.Plain, Why));
        }
    }

    /// <summary>More time for one company that won, in four of a hundred cases.</summary>
    public IEnumerable<AgendaItem> PlanExtension(CaseState state, Company company)
    {
        var dice = company.On("extension");
        if (!dice.InThousand(40))
            yield break;
        var edition = options.Of(state.Id);
        var due = CaseSchedule.DateOf(edition, state, Step.CompanyRegistration)!.Value;
        yield return Decide($"extend-{state.Id}", Before(edition, due, 4, dice), new ProposedAction.ExtendCase(
            state.Id, Step.CompanyRegistration, edition.Calendar.AddBusinessDays(due, 3), Why));
    }

    /// <summary>The request for a correction is taken back, in twelve of a hundred cases.</summary>
    public static IEnumerable<AgendaItem> PlanWithdrawal(CaseState state, Company company, Instant at)
    {
        var number = state.Correction!.Number;
        if (company.On($"withdraw-{state.Id}-{number}").InThousand(120))
            yield return Item(
                $"withdraw-{state.Id}-{number}", at + Duration.FromMinutes(47), Deed.WithdrawCorrection,
                new WithdrawalPlan(state.Id, number));
    }

    public Task<string> DecideAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<DecisionPlan>(item.Body);
        return approvals.DecideAsync(item.Key, plan.Reason, plan.Action);
    }

    /// <summary>Proposes what another is going to approve.</summary>
    public Task<string> ProposeAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<DecisionPlan>(item.Body);
        return approvals.ProposeAsync(item.Key, plan.Reason, plan.Action);
    }

    /// <summary>Approves what was proposed under another key.</summary>
    public Task<string> ApproveAsync(AgendaItem item) =>
        approvals.ApproveAsync(TedoriJson.Read<ApprovalPlan>(item.Body).Key);

    public async Task<string> WithdrawAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<WithdrawalPlan>(item.Body);
        return await cases.HandleAsync(plan.CaseId, new CaseCommand.WithdrawCorrection(item.At, plan.Number))
            is CaseAnswer.Refused refused ? refused.Refusal.Code : "accepted";
    }

    /// <summary>The case whose correction was taken back.</summary>
    public async Task<CaseState> StateAsync(AgendaItem item) =>
        (await cases.ReadAsync(TedoriJson.Read<WithdrawalPlan>(item.Body).CaseId))!.State;

    /// <summary>Up to three cases of a round that still have to register their project get two more days.</summary>
    public async Task<string> ExtendSomeAsync(AgendaItem item)
    {
        var id = TedoriJson.Read<RoundId>(item.Body);
        var edition = options.Of(id);
        var date = edition.Calendar.AddBusinessDays(edition.Round(id.Number).ProjectRegistration, 2);
        var chosen = (await InAsync(id, Step.ProjectRegistration)).Take(3)
            .Select(c => new ProposedAction.ExtendCase(c, Step.ProjectRegistration, date, Why)).ToList();
        return chosen.Count == 0 ? "nobody" : await approvals.DecideAsync(item.Key, Why, [.. chosen]);
    }

    /// <summary>Whoever won and has not registered yet is told once more.</summary>
    public async Task<string> RepeatAsync(AgendaItem item)
    {
        var originals = new List<NoticeId>();
        foreach (var id in (await InAsync(TedoriJson.Read<RoundId>(item.Body), Step.CompanyRegistration))
            .Take(NoticeJobs.MostNotices))
        {
            originals.AddRange((await notices.OfCaseAsync(id))
                .Where(n => n.Notice.Kind == NoticeKind.ResultWon).Select(n => n.Notice.Id).Take(1));
        }

        var by = ApprovalActor.Proposer;
        return originals.Count == 0 ? "nobody" : (await jobs.StartAsync(new(
            ApprovalActor.IdOf(item.Key), originals, null, "期限前の再度のお知らせ", by.Id, by.Name, item.At, false)))
            .Refusal?.Code ?? $"{originals.Count} again";
    }

    private async Task<List<CaseId>> InAsync(RoundId round, Step step)
    {
        var found = new List<CaseId>();
        foreach (var (entry, _) in await rounds.EntriesAsync(round))
        {
            if (await cases.ReadAsync(entry.CaseId) is { State: { IsClosed: false } state } && state.Step == step)
                found.Add(entry.CaseId);
        }

        return found;
    }

    private static AgendaItem Decide(string key, Instant at, ProposedAction action) =>
        Item(key, at, Deed.Decide, new DecisionPlan(action, Why));

    private static AgendaItem Item<T>(string key, Instant at, Deed kind, T body) =>
        new(key, at, kind, TedoriJson.Write(body));

    private static Instant Before(Edition edition, LocalDate due, int businessDays, Dice dice) =>
        At(edition.Calendar.AddBusinessDays(due, -businessDays), 11, dice);

    private static Instant At(LocalDate date, int hour, Dice dice) =>
        JapanTime.At(date, new LocalTime(hour, dice.Between(0, 59), dice.Between(0, 59), dice.Between(1, 999)));
}
