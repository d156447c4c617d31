using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Notices;

/// <summary>A mail that says nothing any more does not leave, and nobody gets two of a kind in a day.</summary>
public sealed class QuietRulesTests
{
    private static readonly Instant Due = Tokyo.At("2025-06-05T09:00:00");
    private static readonly CaseEvent.ReminderFellDue Reminder =
        new(Due, Step.CompanyRegistration, Tokyo.Day("2025-06-13"), 7, "companyRegistration-2025-06-13-b7");

    [Fact]
    public void IsMoot_OfWhatIsStillAsked_IsNot() => Assert.False(QuietRules.IsMoot(Sample.R7, Won(), OfToday(Won())));

    [Fact]
    public void IsMoot_OnceFiledRecordedClosedOrMoved_Is()
    {
        var won = Won();
        var reminder = OfToday(won);
        Assert.All(
            new[]
            {
                won with { Step = Step.EligibilityReview }, won with { Envelopes = ["post-e1"] },
                won with { Step = Step.Closed }, Moved(won),
            },
            state => Assert.True(QuietRules.IsMoot(Sample.R7, state, reminder)));
    }

    [Theory]
    [InlineData(NoticeKind.EntryReceived, false)]
    [InlineData(NoticeKind.FilingReceived, false)]
    [InlineData(NoticeKind.LinkSentAgain, false)]
    [InlineData(NoticeKind.CorrectionRequested, false)]
    [InlineData(NoticeKind.CutoffExtended, false)]
    [InlineData(NoticeKind.Reminder, true)]
    [InlineData(NoticeKind.EntryShared, true)]
    public void IsOnceADay_WhatAnswersOrMovesADeadline_IsNot(NoticeKind kind, bool once) =>
        Assert.Equal(once, QuietRules.IsOnceADay(kind));

    [Theory]
    [InlineData("2025-06-04T23:59:59", true)]
    [InlineData("2025-06-05T00:00:00", false)]
    public void Judge_SecondReminderOfADay_WaitsForTheNextOpeningHour(string last, bool leaves)
    {
        var verdict = QuietRules.Judge(
            Sample.R7, Won(), Notice(NoticeKind.Reminder), OfToday(Won()), Tokyo.At(last), Due);
        Assert.Equal(
            leaves ? new QuietVerdict.Leaves() : new QuietVerdict.Waits(Tokyo.At("2025-06-06T09:00:00")), verdict);
    }

    [Fact]
    public void Judge_AnotherOfWhatSaysTheSame_IsWithheldOnThatDayOnly()
    {
        QuietVerdict Of(Instant last) =>
            QuietRules.Judge(Sample.R7, Won(), Notice(NoticeKind.EntryShared), null, last, Due);
        Assert.Equal(new QuietVerdict.Withheld(), Of(Due - Duration.FromHours(1)));
        Assert.Equal(new QuietVerdict.Leaves(), Of(Due - Duration.FromHours(10)));
    }

    [Theory]
    [InlineData("2025-06-05T08:59:59.999", "2025-06-05T09:00:00")]
    [InlineData("2025-06-05T09:00:00", null)]
    [InlineData("2025-06-05T16:59:59.999", null)]
    [InlineData("2025-06-05T17:00:00", "2025-06-06T09:00:00")]
    [InlineData("2025-06-07T10:00:00", "2025-06-09T09:00:00")]
    public void Compose_ReminderThatAnOutageDelayed_LeavesAtAnOpeningHour(string at, string? opens)
    {
        var won = Won();
        var late = OfToday(won) with { At = Tokyo.At(at) };
        var notice = NoticeComposer.Compose(Sample.R7, CaseEvolution.Evolve(won, late), late, 3)!;
        Assert.Equal(opens is null ? null : Tokyo.At(opens), notice.NotBefore);
    }

    [Fact]
    public void Reminders_WhileAnEnvelopeLiesWithTheOffice_AreNone()
    {
        var won = Won();
        var cutoff = CaseSchedule.Current(Sample.R7, won)!;
        Assert.NotEmpty(Reminders.Of(Sample.R7, won, cutoff));
        Assert.Empty(Reminders.Of(Sample.R7, won with { Envelopes = ["post-e1"] }, cutoff));
    }

    [Fact]
    public async Task Send_ReminderAfterTheFiling_IsWithheldAndCountsAsDone()
    {
        var office = new ActingOffice();
        await office.WithWinnersAsync(1);
        var cutoff = CaseSchedule.Current(Sample.R7, await office.Office.CaseAsync(1))!;
        var at = Reminders.Of(Sample.R7, await office.Office.CaseAsync(1), cutoff)[0].At;
        office.Office.Clock.Reset(at);
        await office.DoAsync(1, new CaseCommand.PassTime(at));
        var pending = Assert.Single(await office.Office.Records
            .BodiesAsync(CaseRows.OutboxOf(new(TestOffice.First, 1), NoticeKind.Reminder)).ToListAsync());
        // The mail server was away, and meanwhile the company filed.
        office.Office.Clock.Advance(Duration.FromMinutes(10));
        await office.DoAsync(1, new CaseCommand.RegisterCompany(office.Office.Now, Sample.Web(office.Office.Now)));
        var mails = office.Office.Mail.Calls;

        Assert.Equal(new(NoticeState.Withheld, null), await office.Office.Notices.SendAsync(pending.Id));

        Assert.Equal(mails, office.Office.Mail.Calls);
        Assert.Null(await office.Office.Records.ReadAsync(CaseRows.Pending(pending.Id)));
        Assert.Equal(NoticeState.Withheld, (await office.Office.Records.ReadAsync(CaseRows.Ledger(pending.Id)))!.Body.State);
        Assert.Equal(new(NoticeState.Withheld, null), await office.Office.Notices.SendAsync(pending.Id));
    }

    private static CaseState Won() => CaseEvolution.Fold(Story.Won);

    private static CaseState Moved(CaseState state) =>
        CaseEvolution.Evolve(state, new CaseEvent.CutoffExtended(
            Due, state.Step, CaseSchedule.Current(Sample.R7, state)!.Date.PlusDays(7), "理由", "担当"));

    private static CaseEvent.ReminderFellDue OfToday(CaseState state) =>
        Reminder with { Deadline = CaseSchedule.Current(Sample.R7, state)!.Date };

    private static Notice Notice(NoticeKind kind) => new(
        new(Sample.CaseId, kind, 3), kind, 3, Sample.Form.Email, "", "", "", [], Due);
}
