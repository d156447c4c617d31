using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

/// <content>Mails as attempts to file before a deadline.</content>
public sealed partial class MailEvidenceSpecs
{
    [Fact]
    public async Task Attempt_ThatTwoPeopleAccept_IsFiledWithTheInstantAtWhichTheMailCame()
    {
        var mail = await AttemptAsync("2025-06-12T16:59:59");
        Assert.Equal(Step.CompanyRegistration, (await office.Office.CaseAsync(1)).Step);
        Assert.Contains("attemptWaits", await office.Office.TaskKindsAsync());
        await SeeAsync();

        var verdict = Assert.Single(await office.DecideAsync(new ProposedAction.JudgeAttempt(One, Key, true, "期限内")));

        Assert.Null(verdict.Refusal);
        var filed = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.CompanyRegistered>()).Filing;
        Assert.Equal(new Receipt.Electronic(Tokyo.At("2025-06-12T16:59:59")), filed.Receipt);
        Assert.Contains(filed.Files, f => f.Sha256 == mail.Files[0].Sha256);
        Assert.Equal(Step.EligibilityReview, (await office.Office.CaseAsync(1)).Step);
        Assert.Equal(Key, (await FindAsync(mail))!.Attempt);
    }

    [Fact]
    public async Task Attempt_ThatIsRejected_IsToldWithItsReasonAndTheCaseLapses()
    {
        await AttemptAsync("2025-06-12T16:59:59");
        await SeeAsync();

        Assert.Null(Assert.Single(await office.DecideAsync(
            new ProposedAction.JudgeAttempt(One, Key, false, "添付は広告でした。"))).Refusal);

        var refused = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.FilingRefused>());
        Assert.Contains("添付は広告でした。", refused.Refusal.Text, StringComparison.Ordinal);
        Assert.Equal(EnvelopeState.Refused, (await office.Post.FindAsync(TestOffice.First, Key))!.State);
        await LapseAsync();
        Assert.Equal(Outcome.Lapsed, (await office.Office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Attempt_ThatIsRejectedAfterTheCompanyFiledOrLeft_IsToldToNobody()
    {
        await AttemptAsync("2025-06-12T16:59:59");
        await SeeAsync();
        await office.DoAsync(1, new CaseCommand.Decline(office.Office.Now, "都合"));

        Assert.Null(Assert.Single(await office.DecideAsync(
            new ProposedAction.JudgeAttempt(One, Key, false, "辞退されたため。"))).Refusal);

        Assert.DoesNotContain(await office.EventsAsync(1), e => e is CaseEvent.FilingRefused);
        Assert.Equal(EnvelopeState.Refused, (await office.Post.FindAsync(TestOffice.First, Key))!.State);
    }

    [Fact]
    public async Task Attempt_ThatNobodyHasJudged_HoldsTheLapse()
    {
        await AttemptAsync("2025-06-12T16:59:59");
        await LapseAsync();
        Assert.Null((await office.Office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Attempt_WhoseFilesTheApproverHasNotOpened_IsNotApproved()
    {
        await AttemptAsync("2025-06-12T16:59:59");
        await office.Proposals.ProposeAsync("p1", [new ProposedAction.JudgeAttempt(One, Key, true, "期限内")], "試験", ActingOffice.Ito);

        Assert.Equal("attemptUnseen", (await office.Proposals.ApproveAsync("p1", ActingOffice.Endo)).Refusal?.Code);
    }

    [Theory]
    [InlineData("2025-06-12T17:00:00", "2025-06-13T10:00:00", "attemptAfterCutoff")]
    [InlineData("2025-06-12T16:59:59", "2025-06-18T00:00:00", "attemptTooOld")]
    public async Task Attempt_OutsideItsBounds_IsRefusedAndHoldsNothing(string received, string recorded, string refused)
    {
        var mail = await ReceiveAsync(received);
        office.Office.Clock.Reset(Tokyo.At(recorded));

        Assert.Equal(refused, (await RecordAsync(mail)).Refusal?.Code);

        Assert.Empty((await office.Office.CaseAsync(1)).Envelopes);
        Assert.Null((await FindAsync(mail))!.Attempt);
    }

    [Fact]
    public async Task Attempt_OfWhoRecordedIt_IsNotApprovedByThem()
    {
        var mail = await ReceiveAsync("2025-06-12T16:59:59");
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));
        await Evidence.RecordAsync(mail.Id, Typed(mail), ActingOffice.Endo);
        await SeeAsync();
        await office.Proposals.ProposeAsync("p1", [new ProposedAction.JudgeAttempt(One, Key, true, "期限内")], "試験", ActingOffice.Ito);

        Assert.Equal("attemptOwn", (await office.Proposals.ApproveAsync("p1", ActingOffice.Endo)).Refusal?.Code);
    }

    [Fact]
    public async Task Attempt_ThatTheRulesWouldRefuse_IsRefusedWhileItIsTypedAndHoldsNothing()
    {
        await office.RegisterAsync(1);
        var mail = await ReceiveAsync("2025-06-12T16:59:59");
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));

        Assert.Equal("alreadyFiled", (await RecordAsync(mail)).Refusal?.Code);

        Assert.Empty((await office.Office.CaseAsync(1)).Envelopes);
    }

    [Fact]
    public async Task Attempt_WithoutAFile_IsDecidedByWhoSawTheMail()
    {
        var mail = await ReceiveAsync("2025-06-12T16:59:59");
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));
        Assert.Null((await Evidence.RecordAsync(mail.Id, Typed(mail) with { Files = [] }, ActingOffice.Ito)).Refusal);
        await SeeAsync();

        Assert.Null(Assert.Single(await office.DecideAsync(new ProposedAction.JudgeAttempt(One, Key, false, "書類がない。"))).Refusal);
    }

    [Fact]
    public async Task Attempt_ThatManyTypeAtOnce_IsOne()
    {
        var mail = await ReceiveAsync("2025-06-12T16:59:59");
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => RecordAsync(mail, $"document-{n + 1}"))));

        Assert.Single(answers, a => a.Refusal is null);
        Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.EnvelopeRecorded>());
        Assert.NotNull(await office.Post.FindAsync(TestOffice.First, (await FindAsync(mail))!.Attempt!));
    }

    [Fact]
    public async Task Attempt_OfTheSameMailAgain_IsTheSameUnderItsKeyAndElseRefused()
    {
        var mail = await AttemptAsync("2025-06-12T16:59:59");

        Assert.Null((await RecordAsync(mail)).Refusal);
        Assert.Equal("attemptKnown", (await RecordAsync(mail, "document-2")).Refusal?.Code);
        Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.EnvelopeRecorded>());
    }

    [Fact]
    public async Task Attempt_ThatTwoProposalsDecideAtOnce_IsDecidedOnce()
    {
        await AttemptAsync("2025-06-12T16:59:59");
        await SeeAsync();
        var yes = await office.ApproveAsync(new ProposedAction.JudgeAttempt(One, Key, true, "期限内"));
        var no = await office.ApproveAsync(new ProposedAction.JudgeAttempt(One, Key, false, "書類がない。"));

        await Task.WhenAll(ActingOffice.RunAsync(office.Actions, no), ActingOffice.RunAsync(office.Actions, yes));

        var events = await office.EventsAsync(1);
        Assert.Single(events, e => e is CaseEvent.CompanyRegistered or CaseEvent.FilingRefused);
        Assert.Equal(
            "alreadySettled",
            Assert.Single((await office.Proposals.VerdictsAsync(yes)).Concat(await office.Proposals.VerdictsAsync(no)), v => v.Refusal is not null).Refusal!.Code);
    }

    [Fact]
    public async Task Attempt_ThatAnotherDecisionClaimed_IsLeftToIt()
    {
        await AttemptAsync("2025-06-12T16:59:59");
        var key = new RowPartition(RecordSet.Office, $"post-{TestOffice.First}").Row<Envelope>(Key);
        await office.Office.Records.ChangeAsync(key, e => e! with { Decision = "other" });

        Assert.Equal("alreadySettled", (await office.Post.FileAsync(TestOffice.First, Key, null, "p1")).Refusal?.Code);
        Assert.Equal("alreadySettled", (await office.Post.RejectAsync(TestOffice.First, Key, "書類がない。", "p1")).Refusal?.Code);

        Assert.DoesNotContain(await office.EventsAsync(1), e => e is CaseEvent.CompanyRegistered or CaseEvent.FilingRefused);
        Assert.Null((await office.Post.FileAsync(TestOffice.First, Key, null, "other")).Refusal);
    }

    private async Task<InboundMail> AttemptAsync(string received)
    {
        var mail = await ReceiveAsync(received);
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));
        var answer = await RecordAsync(mail);
        Assert.Equal((null, EnvelopeState.AwaitingApprover), (answer.Refusal, answer.Envelope!.State));
        return mail;
    }

    private Task SeeAsync() => office.Post.SeeAsync(TestOffice.First, Key, ActingOffice.Endo.Id);

    private async Task LapseAsync()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        await office.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));
    }
}
