using System.Globalization;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>What companies do: they enter, read their mail, and act on it.</summary>
internal sealed class CompanyActor(
    SeasonOptions options, ExtraWork extra, ExtraTime time, EnvelopeActor envelopes, EntryService entries,
    CaseCommandHandler cases, IEvidenceStore evidence)
{
    /// <summary>What came of an answer whose request was taken back: it is not filed.</summary>
    public const string Withdrawn = "withdrawn";

    private static readonly Duration HalfAnHour = Duration.FromMinutes(30);

    /// <summary>The notices upon which a company acts.</summary>
    public static bool ActsOn(NoticeKind kind) =>
        kind is NoticeKind.ResultWon or NoticeKind.EligibilityPassed or NoticeKind.CorrectionRequested;

    public async Task<string> EnterAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<EntryPlan>(item.Body);
        var company = new Company(options.Seed, plan.Company);
        return await entries.ReceiveAsync(
            plan.Round, plan.Impostor is true ? company.Imposture : company.Form, plan.ReceivedAt, item.Key) switch
        {
            EntryAnswer.Received => "accepted",
            EntryAnswer.Refused refused => refused.Refusal.Code,
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        };
    }

    /// <summary>What the company will do about a notice.</summary>
    public async Task<List<AgendaItem>> ReadAsync(AgendaItem item)
    {
        var id = NoticeId.Parse(TedoriJson.Read<string>(item.Body));
        var state = (await CaseAsync(id.CaseId)).State;
        var company = Of(state);
        return id.Kind switch
        {
            NoticeKind.ResultWon =>
            [
                .. Plan(state, company, Step.CompanyRegistration, item.At),
                .. extra.PlanExtension(state, company), .. ContactActor.Plan(state, company, item.At),
            ],
            NoticeKind.EligibilityPassed => Plan(state, company, Step.ProjectRegistration, item.At),
            NoticeKind.CorrectionRequested when state.Correction is { } c => Answer(state, company, c, item.At),
            _ => [],
        };
    }

    /// <summary>
    /// Files, and says what came of it and, after a project registration, what the company will do next.
    /// </summary>
    public async Task<(string Result, CaseState? Accepted)> FileAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<FilingPlan>(item.Body);
        var state = (await CaseAsync(plan.CaseId)).State;
        if (plan.Correction is { } asked && asked != state.Correction?.Number)
            return (Withdrawn, null);
        var filing = new Filing(item.Key, plan.Receipt, [await StoreAsync(plan)], Replaces: plan.Replaces);
        var company = Of(state);
        CaseCommand command = plan switch
        {
            { Correction: { } number } => new CaseCommand.AnswerCorrection(
                item.At, number, filing, Statements.OfAnswer(options.Of(plan.CaseId), state, company)),
            { Step: Step.CompanyRegistration } => new CaseCommand.RegisterCompany(item.At, filing),
            { Step: Step.ProjectRegistration } =>
                Project(item, options.Of(plan.CaseId), filing, company.Items(options.Of(plan.CaseId), plan.VersionNumber), company),
            { Step: Step.Claim } => Claim(item, state, filing, company, plan.VersionNumber),
            _ => throw new InvalidOperationException($"Nothing can be filed for {plan.Step}."),
        };
        return await cases.HandleAsync(plan.CaseId, command) switch
        {
            CaseAnswer.Accepted accepted => ("accepted", accepted.State),
            CaseAnswer.Refused refused => (refused.Refusal.Code, null),
            var other => throw new InvalidOperationException($"{plan.CaseId}: {other}"),
        };
    }

    /// <summary>What a company plans once its project is registered.</summary>
    public List<AgendaItem> PlanClaim(CaseState state, Instant now)
    {
        var ends = CaseSchedule.DateOf(options.Of(state.Id), state, Step.Implementation)!.Value;
        var earliest = Instant.Max(now + HalfAnHour, JapanTime.At(ends.PlusDays(-20), new LocalTime(9, 0, 3)));
        return Plan(state, Of(state), Step.Claim, earliest);
    }

    /// <summary>A company that declines while its registration is reviewed, in three of a hundred cases.</summary>
    public List<AgendaItem> PlanDecline(CaseState state, Instant filedAt) =>
        state is { Step: Step.EligibilityReview, Corrections: 0 } && Of(state).On("decline").InThousand(30)
            ? [new($"decline-{state.Id}", filedAt + HalfAnHour, Deed.Leave, TedoriJson.Write(state.Id))]
            : [];

    /// <summary>Leaves in the way that the step allows.</summary>
    public async Task<string> LeaveAsync(AgendaItem item)
    {
        var id = TedoriJson.Read<CaseId>(item.Body);
        var state = (await CaseAsync(id)).State;
        const string Reason = "社内事情により継続できなくなったため";
        CaseCommand command = state.Step switch
        {
            <= Step.EligibilityReview => new CaseCommand.Decline(item.At, Reason),
            Step.Implementation or Step.Claim => new CaseCommand.Abandon(item.At, Reason),
            _ => new CaseCommand.Retract(item.At, Reason),
        };
        return await cases.HandleAsync(id, command) is CaseAnswer.Refused refused ? refused.Refusal.Code : "accepted";
    }

    private static CaseCommand.RegisterProject Project(
        AgendaItem item, Edition edition, Filing filing, IReadOnlyList<int> items, Company company) =>
        new(item.At, filing, items, Statements.OfProject(edition, company, items));

    private CaseCommand.SubmitClaim Claim(AgendaItem item, CaseState state, Filing filing, Company company, int version)
    {
        var edition = options.Of(state.Id);
        var (items, persons) = company.Claims(edition, state.Project!.Items, version);
        var claimedOn = filing.Receipt.Match(e => JapanTime.DateOf(e.ReceivedAt), p => p.Postmark);
        return new(item.At, filing, items, persons,
            Statements.OfClaim(edition, state, company, items, claimedOn, version));
    }

    private Company Of(CaseState state) => Company.OfAddress(options.Seed, state.Entry.Email);

    private List<AgendaItem> Plan(CaseState state, Company company, Step step, Instant earliest)
    {
        if ((time.PlanFiling(state.Id, step, company) ?? envelopes.Plan(state, step, company)) is { } special)
            return [special];
        var due = CaseSchedule.DateOf(options.Of(state.Id), state, step)!.Value;
        var conduct = company.ConductAt(step.ToString());
        var dice = company.On($"file-{step}");
        if (conduct == Conduct.Leaves)
        {
            var at = FilingPlan.When(options.Of(state.Id), Conduct.InTime, earliest, due, dice)!.Value.At;
            return [new($"leave-{state.Id}-{step}", at, Deed.Leave, TedoriJson.Write(state.Id))];
        }

        return FilingPlan.When(options.Of(state.Id), conduct, earliest + HalfAnHour, due, dice) is var (when, receipt)
            ? [File($"file-{state.Id}-{step}", when, new(state.Id, step, receipt))]
            : [];
    }

    private List<AgendaItem> Answer(CaseState state, Company company, Correction correction, Instant now)
    {
        var topic = string.Create(CultureInfo.InvariantCulture, $"correction{correction.Number}");
        var conduct = company.ConductAt(topic) is var c && c == Conduct.Leaves ? Conduct.InTime : c;
        var key = $"answer-{state.Id}-{topic}";
        return FilingPlan.When(options.Of(state.Id), conduct, now + HalfAnHour, correction.Due,
            company.On($"answer-{topic}")) is var (at, receipt)
            ? [File(key, at, new(state.Id, correction.Review, receipt, correction.Number))]
            : [];
    }

    private static AgendaItem File(string key, Instant at, FilingPlan plan) =>
        new(key, at, Deed.File, TedoriJson.Write(plan));

    private async Task<CaseSnapshot> CaseAsync(CaseId id) =>
        await cases.ReadAsync(id) ?? throw new InvalidOperationException($"Case {id} has no record.");

    private async Task<Programme.Evidence.EvidenceFile> StoreAsync(FilingPlan plan)
    {
        var name = plan switch
        {
            { Correction: not null } => "補正書類.pdf",
            { Step: Step.CompanyRegistration } => "会社概要.pdf",
            { Step: Step.ProjectRegistration } => "取組計画書.pdf",
            _ => "支給申請書.pdf",
        };
        var content = Encoding.UTF8.GetBytes($"%PDF-1.4\n% {plan.CaseId} {plan.Step} {plan.Correction} {plan.Version}\n");
        return await evidence.PutAsync(plan.CaseId, name, new MemoryStream(content));
    }
}
