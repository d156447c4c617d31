using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>Repeating a command that was accepted is a no-op, not an error.</summary>
public sealed class RepetitionSpecs
{
    private static readonly Instant Now = Tokyo.At("2025-06-10T11:00:00");
    private static readonly Instant Review = Tokyo.At("2026-03-02T11:00:00");

    private static readonly Dictionary<string, (CaseEvent[] Given, CaseCommand When)> Repeated = new()
    {
        ["Enter"] = ([], new CaseCommand.Enter(Now, Sample.CaseId, Sample.Form, Now, "entry")),
        ["TellWindowMoved"] = (Story.Entered, new CaseCommand.TellWindowMoved(Now, Tokyo.At("2025-05-23T20:00:00"), "通信障害")),
        ["TellShared"] = (Story.Entered, new CaseCommand.TellShared(Now)),
        ["HoldResult"] = (Story.Entered, new CaseCommand.HoldResult(Now, 1)),
        ["RecordDraw won"] = (Story.Entered, new CaseCommand.RecordDraw(Now, 1, true)),
        ["RecordDraw lost"] = (Story.Entered, new CaseCommand.RecordDraw(Now, 141, false)),
        ["Promote"] = (Story.Lost, new CaseCommand.Promote(Now, 141, "承認者", Signed: Sample.Two)),
        ["Exclude"] = (Story.Entered, new CaseCommand.Exclude(Now, Exclusion.Duplicate)),
        ["RegisterCompany"] = (Story.Won, new CaseCommand.RegisterCompany(Now, Sample.Web(Now))),
        ["RegisterCompany again"] =
            (Story.Registered, new CaseCommand.RegisterCompany(Now, Sample.Web(Now, "newer") with { Replaces = "company" })),
        ["BeginReview"] = (Story.Registered, new CaseCommand.BeginReview(Now, "ito")),
        ["ReplaceContact"] = (Story.Won, new CaseCommand.ReplaceContact(
            Now, Story.NewContact, new("03-0000-0000", "会社案内", "代表 次郎", Tokyo.Day("2025-06-09")), "退職", Sample.Two)),
        ["RequestCorrection"] = (Story.Registered, new CaseCommand.RequestCorrection(Now, Sample.Flaws)),
        ["AnswerCorrection"] = (Story.Asked, new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now))),
        ["WithdrawCorrection"] = (Story.Asked, new CaseCommand.WithdrawCorrection(Now, 1)),
        ["PassEligibility"] = (Story.Registered, new CaseCommand.PassEligibility(Now, Signed: Sample.Two)),
        ["FailEligibility"] = (Story.Registered, new CaseCommand.FailEligibility(Now, "理由", Signed: Sample.Two)),
        ["RecordVisit"] = (Story.Passed, new CaseCommand.RecordVisit(Now, 1, Tokyo.Day("2025-06-10"))),
        ["RegisterProject"] = (Story.Passed, new CaseCommand.RegisterProject(Now, Sample.Web(Now), [1, 2])),
        ["SubmitClaim"] =
            (Story.Ended, new CaseCommand.SubmitClaim(Review, Sample.Post("2026-02-20", "2026-02-24"), [1, 2], 0)),
        ["RecordEnvelope"] = (Story.Won, new CaseCommand.RecordEnvelope(Now, "post-e1")),
        ["SettleEnvelope"] =
            ([.. Story.Won, new CaseEvent.EnvelopeRecorded(Now, "post-e1")], new CaseCommand.SettleEnvelope(Now, "post-e1")),
        ["RecordRefusal of post"] = (Story.Won, Refused(Sample.Post("2025-06-13", "2025-06-14"), "postmarkTooLate")),
        ["RecordRefusal online"] = (Story.Won, Refused(Sample.Web(Now), "afterCutoff")),
        ["GrantClaim"] = (Story.Claimed, new CaseCommand.GrantClaim(Review, [1, 2], 0, Signed: Sample.Two)),
        ["RefuseClaim"] = (Story.Claimed, new CaseCommand.RefuseClaim(Review, "理由", Signed: Sample.Two)),
        ["ReleasePayment"] = (Story.Granted, new CaseCommand.ReleasePayment(Review, Sample.Two)),
        ["MoveMoney"] = (Story.Granted, new CaseCommand.MoveMoney(Payments.MoneySpec.Invoice("2026-03-20T10:00:00"))),
        ["RepeatNotice"] = (Story.Won, new CaseCommand.RepeatNotice(
            Now, "again", Sample.WonNotice, "hanako@example.jp", "届いていないため", "伊藤")),
        ["SendMessage"] = (Story.Won, new CaseCommand.SendMessage(Now, "message", "お問い合わせへの回答", ["本文"], "伊藤")),
        ["TakeMailFile"] = (Story.Registered, new CaseCommand.TakeMailFile(Now, Sample.Web(Now, "mail-1"), "mail", "伊藤")),
        ["Decline"] = (Story.Won, new CaseCommand.Decline(Now, "都合")),
        ["Retract"] = (Story.Passed, new CaseCommand.Retract(Now, "都合")),
        ["Abandon"] = (Story.Planned, new CaseCommand.Abandon(Now, "都合")),
        ["ExtendCutoff"] = (Story.Won, Extend(Now, Step.CompanyRegistration, "2025-06-20")),
        ["ExtendCutoff of a correction"] = (Story.Asked, Extend(Now, Step.EligibilityReview, "2025-07-14")),
        ["ExtendCutoff after a lapse"] = (Story.LapsedAtCompany, Extend(Now, Step.CompanyRegistration, "2025-07-14")),
        ["RequestContactChange"] = (Story.Won, new CaseCommand.RequestContactChange(Now, Story.NewContact)),
        ["RequestContactChange of the name"] =
            (Story.Won, new CaseCommand.RequestContactChange(Now, Contact.Of(Sample.Form) with { Name = "見本 次郎" })),
        ["ConfirmContact first"] = (Story.ContactAsked, new CaseCommand.ConfirmContact(Now, new(1, ContactSide.New))),
        ["ConfirmContact second"] = (Story.ContactHalf, new CaseCommand.ConfirmContact(Now, new(1, ContactSide.New))),
        ["PassTime reminder"] = (Story.Passed, new CaseCommand.PassTime(Tokyo.At("2025-10-03T09:00:00"))),
        ["PassTime implementation"] = (Story.Planned, new CaseCommand.PassTime(Tokyo.At("2026-01-20T00:00:00"))),
        ["PassTime lapse"] = (Story.Won, new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00"))),
    };

    private static CaseCommand.RecordRefusal Refused(Filing filing, string code) =>
        new(Now, Step.CompanyRegistration, filing, new(code, "締切を過ぎたため受理できません。"));

    public static TheoryData<string> Commands => [.. Repeated.Keys];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_Repeated_IsNothing(string name)
    {
        var (given, when) = Repeated[name];
        var spec = Given(given).In(EditionOf(when)).When(when);
        Assert.NotEmpty(spec.Accepted());
        spec.When(when).ThenNothing();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_RepeatedSecondsLater_IsNothing(string name)
    {
        var (given, when) = Repeated[name];
        Given(given).In(EditionOf(when)).When(when).When(when with { At = when.At + Duration.FromSeconds(30) })
            .ThenNothing();
    }

    private static Edition EditionOf(CaseCommand command) => command is CaseCommand.MoveMoney ? Sample.Paying : Sample.Promoting;

    [Fact]
    public void Commands_AllOfThem_AreRepeatedHere()
    {
        var commands = typeof(CaseCommand).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CaseCommand)));
        Assert.Equal(
            commands.Select(t => t.Name).Order(),
            Repeated.Values.Select(r => r.When.GetType().Name).Distinct().Order());
    }

    [Theory]
    [InlineData("company")]
    [InlineData("project")]
    [InlineData("claim")]
    [InlineData("correction")]
    public void Filing_RepeatedAfterTheCutoff_IsNothing(string name)
    {
        var d = Deadline.Of(name);
        var (first, later) = (Tokyo.At(d.Date, "16:59:59.999"), Tokyo.At(d.Date, "17:00:01"));
        Given(d.Before).When(d.File(Sample.Web(first), first)).When(d.File(Sample.Web(later), later)).ThenNothing();
    }

    private static CaseCommand.ExtendCutoff Extend(Instant at, Step step, string date) =>
        new(at, step, Tokyo.Day(date), "災害", "承認者", Sample.Two);
}
