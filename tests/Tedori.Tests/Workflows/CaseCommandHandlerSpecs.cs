using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class CaseCommandHandlerSpecs
{
    private static readonly CaseId Id = Sample.CaseId;
    private static readonly NodaTime.Instant Result = Tokyo.At("2025-06-03T10:00:00");
    private static readonly NodaTime.Instant Filed = Tokyo.At("2025-06-10T11:00:00");
    private readonly TestOffice office = new();

    [Fact]
    public async Task Handle_Accepted_CommitsStateEventsAndOutboxInOneCommit()
    {
        await EnterAsync();
        var writes = Assert.Single(office.Records.Commits, c => c.Any(w => w.Key == "snapshot"));
        Assert.Equal(
            ["event-0001", "outbox-r7-01-00001.entryReceived.0001", "snapshot"], writes.Select(w => w.Key).Order());
        var snapshot = await office.Cases.ReadAsync(Id);
        Assert.Equal(1, snapshot!.Events);
    }

    [Fact]
    public async Task Handle_Accepted_HintsOnlyAfterTheCommit()
    {
        await EnterAsync();
        Assert.Equal(
            [
                "commit Cases r7-01-00001", "hint pending r7-01-00001.entryReceived.0001", "hint opened r7-01-00001",
                "commit Office directory-r7-01",
            ],
            office.Log);
    }

    [Fact]
    public async Task Handle_SeveralCommands_ChainTheirEvents()
    {
        await WonAsync();
        await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(Filed, Sample.Web(Filed)));
        var rows = await office.Records.BodiesAsync(CaseRows.EventsOf(Id)).ToListAsync();
        Assert.Equal([1, 2, 3], rows.Select(r => r.Number));
        Assert.True(rows[0].Follows(HashChain.Start));
        Assert.True(rows[1].Follows(rows[0].Hash) && rows[2].Follows(rows[1].Hash));
        var snapshot = await office.Cases.ReadAsync(Id);
        Assert.Equal(rows[2].Hash, snapshot!.Hash);
        Assert.Equal(
            TedoriJson.Write(CaseEvolution.Fold(rows.Select(r => r.Read()))), TedoriJson.Write(snapshot.State));
    }

    [Fact]
    public async Task Handle_AnotherWriterComesFirst_DecidesAnew()
    {
        await WonAsync();
        office.Records.Interruption = () => office.Cases.HandleAsync(Id, new CaseCommand.Decline(Filed, "都合"));
        var answer = await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(Filed, Sample.Web(Filed)));
        Assert.Equal("caseClosed", Assert.IsType<CaseAnswer.Refused>(answer).Refusal.Code);
        Assert.Equal(Outcome.Declined, (await office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Handle_SameCommandByManyAtOnce_HappensOnce()
    {
        await WonAsync();
        var lapse = new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => office.Cases.HandleAsync(Id, lapse)));
        Assert.Single(answers, a => Assert.IsType<CaseAnswer.Accepted>(a).Events.Count == 1);
        Assert.Equal(3, (await office.Cases.ReadAsync(Id))!.Events);
    }

    [Fact]
    public async Task Handle_OtherWritersAgainAndAgain_GivesUpWithoutWriting()
    {
        await WonAsync();
        var number = 0;
        void Disturb() => office.Records.Interruption = async () =>
        {
            var date = Sample.R7.Calendar.AddBusinessDays(Tokyo.Day("2025-06-12"), ++number);
            await office.Cases.HandleAsync(
                Id, new CaseCommand.ExtendCutoff(Filed, Step.CompanyRegistration, date, "災害", "承認者", Signed: Sample.Two));
            Disturb();
        };
        Disturb();
        await Assert.ThrowsAsync<ContentionException>(
            () => office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(Filed, Sample.Web(Filed))));
        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(1)).Step);
    }

    [Theory]
    [InlineData("late")]
    [InlineData("9b1d/../?# ⑮")]
    public async Task Handle_RefusedFiling_IsKeptAsItWasReceived(string key)
    {
        await WonAsync();
        var late = Tokyo.At("2025-06-12T17:00:00");
        var answer = await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(late, Sample.Web(late, key)));
        Assert.IsType<CaseAnswer.Refused>(answer);
        var kept = Assert.Single(await AttemptsAsync());
        Assert.Equal((late, Step.CompanyRegistration, key), (kept.At, kept.Step, kept.Key));
        Assert.Equal("afterCutoff", kept.Refusal.Code);
        Assert.Equal(Sample.Web(late).Receipt, kept.Receipt);
        Assert.Equal(3, (await office.Cases.ReadAsync(Id))!.Events);
    }

    [Fact]
    public async Task Handle_LateFilings_AreToldToTheCompanyOnceADeadline()
    {
        await WonAsync();
        var late = Tokyo.At("2025-06-12T17:00:00");
        foreach (var key in (string[])["first", "first", "second"])
            Assert.IsType<CaseAnswer.Refused>(
                await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(late, Sample.Web(late, key))));

        var notice = Assert.Single(
            await office.Records.BodiesAsync(CaseRows.OutboxOf(Id, NoticeKind.FilingRefused)).ToListAsync());
        var text = notice.Said();
        Assert.Contains("令和7年6月12日(木) 17:00に受信", text, StringComparison.Ordinal);
        Assert.Contains("同日17時より前に受信したもの", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_RefusedOnlineForAnotherReason_IsToldOnThePageAndNotByMail()
    {
        await WonAsync();
        await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(Filed, Sample.Web(Filed)));
        await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(Filed, Sample.Web(Filed, "again")));

        Assert.Empty(await office.Records.BodiesAsync(CaseRows.OutboxOf(Id, NoticeKind.FilingRefused)).ToListAsync());
    }

    [Fact]
    public async Task Handle_RefusedAnswerToACorrection_IsKeptUnderItsReview()
    {
        await WonAsync();
        await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(Filed, Sample.Web(Filed)));
        await office.Cases.HandleAsync(Id, new CaseCommand.RequestCorrection(Filed, Sample.Flaws));
        var late = Tokyo.At("2025-07-25T17:00:00");
        await office.Cases.HandleAsync(Id, new CaseCommand.AnswerCorrection(late, 1, Sample.Web(late, "answer")));
        Assert.Equal(Step.EligibilityReview, Assert.Single(await AttemptsAsync()).Step);
    }

    [Fact]
    public async Task Handle_RefusedCommandOfStaff_WritesNothing()
    {
        await WonAsync();
        var before = office.Records.Commits.Count;
        Assert.IsType<CaseAnswer.Refused>(await office.Cases.HandleAsync(Id, new CaseCommand.PassEligibility(Result, Signed: Sample.Two)));
        Assert.Equal(before, office.Records.Commits.Count);
    }

    [Fact]
    public async Task Handle_StoreFailsBeforeTheCommit_HintsNothingAndCanBeRepeated()
    {
        office.Records.FailCommit(1, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(EnterAsync);
        Assert.Empty(office.Log);
        Assert.Single(Assert.IsType<CaseAnswer.Accepted>(await EnterAsync()).Events);
    }

    [Fact]
    public async Task Handle_StoreFailsAfterTheCommit_RepeatingFindsItDoneAndHints()
    {
        office.Records.FailCommit(1, afterEffect: true);
        await Assert.ThrowsAsync<IOException>(EnterAsync);
        Assert.Empty(office.Hints.Given);
        Assert.Empty(Assert.IsType<CaseAnswer.Accepted>(await EnterAsync()).Events);
        Assert.Equal(["opened r7-01-00001"], office.Hints.Given);
        Assert.Single(office.Records.Commits);
    }

    [Fact]
    public async Task Handle_UnknownCase_IsNotFound() =>
        Assert.IsType<CaseAnswer.NotFound>(await office.Cases.HandleAsync(Id, new CaseCommand.PassTime(Result)));

    [Fact]
    public async Task Handle_PassTime_DoesNotWakeTheCaseThatAsked()
    {
        await WonAsync();
        office.Hints.Given.Clear();
        await office.Cases.HandleAsync(Id, new CaseCommand.PassTime(Tokyo.At("2025-06-05T09:00:00")));
        Assert.Equal(["pending r7-01-00001.reminder.0003"], office.Hints.Given);
    }

    [Fact]
    public async Task Handle_Reinstatement_StartsTheCaseAgain()
    {
        await WonAsync();
        await office.Cases.HandleAsync(Id, new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00")));
        office.Hints.Given.Clear();
        await office.Cases.HandleAsync(Id, new CaseCommand.RegisterCompany(
            Tokyo.At("2025-06-26T10:00:00"), Sample.Post("2025-06-12", "2025-06-26")));
        Assert.Contains("opened r7-01-00001", office.Hints.Given);
        Assert.Equal(Step.EligibilityReview, (await office.CaseAsync(1)).Step);
    }

    private Task<CaseAnswer> EnterAsync() => office.Cases.HandleAsync(Id, new CaseCommand.Enter(
        office.Now, Id, Sample.Form, office.Now, "entry"));

    private async Task WonAsync()
    {
        await EnterAsync();
        await office.Cases.HandleAsync(Id, new CaseCommand.RecordDraw(Result, 1, true));
    }

    private async Task<List<AttemptRow>> AttemptsAsync() =>
        await office.Records.BodiesAsync(CaseRows.AttemptsOf(Id)).ToListAsync();
}
