using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Post;

public sealed partial class PostServiceSpecs : IAsyncLifetime
{
    private static readonly LocalDate Deadline = Tokyo.Day("2025-06-12");
    private static readonly CaseId Case = new(TestOffice.First, 1);
    private readonly ActingOffice office = new();

    public async Task InitializeAsync()
    {
        await office.WithWinnersAsync(2);
        office.Office.Clock.Reset(Tokyo.At("2025-06-16T10:00:00"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Envelope_RecordedByTheDeadline_IsFiledAfterOneReading()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));

        var answer = await RecordAsync("e1", "2025-06-11", "2025-06-12");

        Assert.Equal(EnvelopeState.Filed, answer.Envelope?.State);
        Assert.Equal(Step.EligibilityReview, (await office.Office.CaseAsync(1)).Step);
        var receipt = Assert.IsType<Receipt.Post>(
            (await office.EventsAsync(1)).OfType<CaseEvent.CompanyRegistered>().Single().Filing.Receipt);
        Assert.Equal(
            (Tokyo.Day("2025-06-11"), "簡易書留", "123-45"), (receipt.Postmark, receipt.Kind, receipt.TrackingNumber));
    }

    [Fact]
    public async Task Envelope_AfterTheDeadline_WaitsForASecondPersonAndStaffAreTold()
    {
        var answer = await RecordAsync("e1", "2025-06-12", "2025-06-16");

        Assert.Equal(EnvelopeState.AwaitingSecondReading, answer.Envelope?.State);
        Assert.Equal(Step.CompanyRegistration, (await office.Office.CaseAsync(1)).Step);
        Assert.Contains("postmarkSecondReading", await office.Office.TaskKindsAsync());
    }

    [Fact]
    public async Task Reading_ByTheSamePerson_IsRefused()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");

        var again = await ReadAsync("e1", ActingOffice.Ito, "2025-06-12");

        Assert.Equal("samePerson", again.Refusal?.Code);
        Assert.Equal(EnvelopeState.AwaitingSecondReading, again.Envelope?.State);
    }

    [Fact]
    public async Task Readings_ThatAgree_FileIt()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");

        Assert.Equal(EnvelopeState.Filed, (await ReadAsync("e1", ActingOffice.Ueda, "2025-06-12")).Envelope?.State);
        Assert.Equal(Step.EligibilityReview, (await office.Office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Readings_ThatAgreeOnALateDate_AreRefusedByTheRules()
    {
        await RecordAsync("e1", "2025-06-13", "2025-06-16");

        var answer = await ReadAsync("e1", ActingOffice.Ueda, "2025-06-13");

        Assert.Equal(
            (EnvelopeState.Refused, "postmarkTooLate"), (answer.Envelope!.State, answer.Envelope.Refusal!.Code));
        Assert.Equal(Step.CompanyRegistration, (await office.Office.CaseAsync(1)).Step);
    }

    [Theory]
    [InlineData("2025-06-13")]
    [InlineData(null)]
    public async Task Readings_ThatDifferOrAreIllegible_AreSettledByAnApprover(string? second)
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");
        Assert.Equal(
            EnvelopeState.AwaitingApprover, (await ReadAsync("e1", ActingOffice.Ueda, second)).Envelope?.State);

        var receipt = new Receipt.Post(Deadline, Tokyo.Day("2025-06-16"), "簡易書留", "123-45");
        var verdict = Assert.Single(await office.DecideAsync(new ProposedAction.FilePost(Case, "e1", receipt)));

        Assert.Null(verdict.Refusal);
        Assert.Equal(EnvelopeState.Filed, (await office.Post.FindAsync(TestOffice.First, "e1"))?.State);
        Assert.Equal(Step.EligibilityReview, (await office.Office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Postmark_ThatAnotherProposalSettled_IsNotSettledAgain()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");
        await ReadAsync("e1", ActingOffice.Ueda, null);
        var receipt = new Receipt.Post(Deadline, Tokyo.Day("2025-06-16"), "簡易書留", "123-45");
        await office.DecideAsync(new ProposedAction.FilePost(Case, "e1", receipt));

        var other = new ProposedAction.FilePost(Case, "e1", receipt with { Postmark = Tokyo.Day("2025-06-13") });
        Assert.Equal("alreadySettled", Assert.Single(await office.Actions.PreviewAsync([other])).Refusal?.Code);
        Assert.Equal("alreadySettled", Assert.Single(await office.DecideAsync(other)).Refusal?.Code);
        Assert.Null(Assert.Single(await office.Proposals.VerdictsAsync("p1")).Refusal);
    }

    [Fact]
    public async Task Envelope_OnTimeAfterTheLapse_ReinstatesTheCase()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        await office.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));
        Assert.Equal(Outcome.Lapsed, (await office.Office.CaseAsync(1)).Outcome);

        await RecordAsync("e1", "2025-06-12", "2025-06-24");
        await ReadAsync("e1", ActingOffice.Ueda, "2025-06-12");

        var state = await office.Office.CaseAsync(1);
        Assert.Equal((Step.EligibilityReview, (Outcome?)null), (state.Step, state.Outcome));
    }

    [Theory]
    [InlineData("2025-06-12", EnvelopeState.Filed, Step.EligibilityReview, null)]
    [InlineData("2025-06-13", EnvelopeState.Refused, Step.Closed, Outcome.Lapsed)]
    public async Task Envelope_WaitingAtTheEndOfTheSettlement_HoldsTheLapseUntilItIsRead(
        string second, EnvelopeState end, Step step, Outcome? outcome)
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-23T16:00:00"));
        await RecordAsync("e1", second, "2025-06-23");
        office.Office.Clock.Reset(Tokyo.At("2025-06-25T11:00:00"));
        await office.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));
        Assert.Null((await office.Office.CaseAsync(1)).Outcome);

        Assert.Equal(end, (await ReadAsync("e1", ActingOffice.Ueda, second)).Envelope?.State);
        await office.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));

        var state = await office.Office.CaseAsync(1);
        Assert.Equal((step, outcome, 0), (state.Step, state.Outcome, state.Envelopes.Count));
    }

    [Fact]
    public async Task Envelope_Disputed_HoldsTheLapseUntilTheApproverDecides()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");
        await ReadAsync("e1", ActingOffice.Ueda, "2025-06-13");
        office.Office.Clock.Reset(Tokyo.At("2025-06-26T11:00:00"));

        await office.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));

        Assert.Equal(Step.CompanyRegistration, (await office.Office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Envelope_Refused_IsToldToTheCompanyAtOnceWithItsPostmarkAndTheRule()
    {
        await RecordAsync("e1", "2025-06-13", "2025-06-16");
        await ReadAsync("e1", ActingOffice.Ueda, "2025-06-13");

        var notice = Assert.Single(
            await office.Office.Records.BodiesAsync(CaseRows.OutboxOf(Case)).ToListAsync(),
            n => n.Kind == NoticeKind.FilingRefused);
        Assert.Equal(office.Office.Now, notice.CausedAt);
        var text = notice.Said();
        Assert.Contains("消印令和7年6月13日(金)、到着令和7年6月16日(月)", text, StringComparison.Ordinal);
        Assert.Contains("当日までの消印", text.Replace("同日", "当日", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Envelope_RecordedTwice_IsOneFiling()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));
        await RecordAsync("e1", "2025-06-11", "2025-06-12");
        var events = (await office.EventsAsync(1)).Count;

        Assert.Equal(EnvelopeState.Filed, (await RecordAsync("e1", "2025-06-11", "2025-06-12")).Envelope?.State);
        Assert.Equal(events, (await office.EventsAsync(1)).Count);
    }

    [Fact]
    public async Task Envelope_OtherContentUnderTheSameKey_IsRefusedAndTheFirstStands()
    {
        await RecordAsync("e1", "2025-06-11", "2025-06-12");
        var known = await office.Post.FindAsync(TestOffice.First, "e1");

        Assert.Equal("keyUsed", (await RecordAsync("e1", "2025-06-10", "2025-06-12")).Refusal?.Code);
        Assert.Equal("keyUsed", (await RecordAsync("e1", "2025-06-11", "2025-06-13")).Refusal?.Code);
        Assert.Equal("e1", known!.Id);
        Assert.Equal(Tokyo.Day("2025-06-12"), (await office.Post.FindAsync(TestOffice.First, "e1"))!.Arrived);
    }

    [Fact]
    public async Task Envelope_PostmarkedAfterItsArrival_IsRefused() =>
        Assert.Equal("postmarkImpossible", (await RecordAsync("e1", "2025-06-13", "2025-06-12")).Refusal?.Code);

    [Fact]
    public async Task Envelope_ArrivedTomorrow_IsRefused() =>
        Assert.Equal("arrivalInFuture", (await RecordAsync("e1", "2025-06-12", "2025-06-17")).Refusal?.Code);

    [Fact]
    public async Task Envelopes_TwoOfOneCase_AreTwoTasks()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");
        await RecordAsync("e2", "2025-06-12", "2025-06-16");

        Assert.Equal(2, (await office.Office.TaskKindsAsync()).Count(k => k == "postmarkSecondReading"));
    }

    private Task<Tedori.Workflows.Post.EnvelopeAnswer> RecordAsync(string id, string postmark, string arrived) =>
        office.Post.RecordAsync(new(
            id, Case, Step.CompanyRegistration, null, Tokyo.Day(arrived), "簡易書留", "123-45",
            [Sample.File("封筒.jpg")], [], 0,
            [Reading(ActingOffice.Ito, postmark)], EnvelopeState.AwaitingSecondReading));

    private async Task<Tedori.Workflows.Post.EnvelopeAnswer> ReadAsync(string id, StaffMember by, string? postmark)
    {
        await office.Post.SeeAsync(TestOffice.First, id, by.Id);
        await office.Post.SeeAsync(TestOffice.First, id, ActingOffice.Endo.Id);
        return await office.Post.ReadAgainAsync(TestOffice.First, id, Reading(by, postmark));
    }

    private PostmarkReading Reading(StaffMember by, string? postmark) =>
        new(by.Id, by.Name, postmark is null ? null : Tokyo.Day(postmark), office.Office.Now);
}
