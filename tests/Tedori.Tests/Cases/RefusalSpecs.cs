using System.Reflection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>Every refusal can be met, has a code of its own and says in Japanese what is wrong.</summary>
public sealed class RefusalSpecs
{
    private static readonly Instant Now = Tokyo.At("2026-02-10T11:00:00");
    private static readonly Instant Late = Tokyo.At("2026-03-01T11:00:00");

    private static readonly Dictionary<string, (CaseEvent[] Given, CaseCommand When)> Met = new()
    {
        ["caseClosed"] = (Story.Lost, new CaseCommand.PassEligibility(Now, Signed: Sample.Two)),
        ["notThisStep"] = (Story.Won, new CaseCommand.PassEligibility(Now, Signed: Sample.Two)),
        ["afterCutoff"] = (Story.Won, new CaseCommand.RegisterCompany(Now, Sample.Web(Now))),
        ["postmarkTooLate"] =
            (Story.Won, new CaseCommand.RegisterCompany(Now, Sample.Post("2025-06-13", "2025-06-14"))),
        ["postmarkImpossible"] =
            (Story.Won, new CaseCommand.RegisterCompany(Now, Sample.Post("2025-06-12", "2025-06-11"))),
        ["alreadyFiled"] = (Story.Registered, new CaseCommand.RegisterCompany(Now, Sample.Web(Now, "another"))),
        ["reviewHasBegun"] = (Story.Asked, new CaseCommand.RegisterCompany(Now, Sample.Web(Now, "newer") with { Replaces = "company" })),
        ["replacedTooLate"] =
            (Story.Registered, new CaseCommand.RegisterCompany(Now, Sample.Web(Now, "newer") with { Replaces = "company" })),
        ["claimFiled"] = (Story.Claimed, new CaseCommand.RegisterProject(
            Now, Sample.Web(Now, "newer") with { Replaces = "project" }, [1, 2])),
        ["implementationOver"] = (Story.Ended, new CaseCommand.RegisterProject(
            Now, Sample.Web(Now, "newer") with { Replaces = "project" }, [1, 2])),
        ["replacedSince"] = (
            [.. Story.Registered, new CaseEvent.CompanyRegistered(
                Tokyo.At("2025-06-11T11:00:00"), Sample.Web("2025-06-11T11:00:00", "newer") with { Replaces = "company" })],
            new CaseCommand.FailEligibility(Now, "理由", Signed: Sample.Two, ProposedAt: Tokyo.At("2025-06-11T10:59:59"))),
        ["correctionOpen"] = (Story.ClaimAsked, new CaseCommand.GrantClaim(Now, [1, 2], 0, Signed: Sample.Two)),
        ["correctionRuns"] = (Story.ClaimAsked, new CaseCommand.RefuseClaim(Tokyo.At("2026-03-11T11:00:00"), "理由", Signed: Sample.Two)),
        ["noSuchCorrection"] = (Story.Claimed, new CaseCommand.WithdrawCorrection(Now, 1)),
        ["correctionEmpty"] = (Story.Claimed, new CaseCommand.RequestCorrection(Now, [])),
        ["dateNotUsable"] =
            (Story.Claimed, new CaseCommand.RequestCorrection(Now, Sample.Flaws, Tokyo.Day("2026-02-11"))),
        ["dateNotLater"] = (Story.Won, new CaseCommand.ExtendCutoff(
            Tokyo.At("2025-06-02T09:00:00"), Step.CompanyRegistration, Tokyo.Day("2025-06-11"), "災害", "承認者", Signed: Sample.Two)),
        ["dateNotBeforeClaim"] = (Story.Planned, new CaseCommand.ExtendCutoff(
            Tokyo.At("2026-01-19T09:30:00"), Step.Implementation, Tokyo.Day("2026-02-20"), "災害", "承認者", Signed: Sample.Two)),
        ["nextCutoffPassed"] = (Story.Registered, new CaseCommand.PassEligibility(Now, Signed: Sample.Two)),
        ["unknownItem"] = (Story.Ended, new CaseCommand.SubmitClaim(Now, Sample.Web(Now), [99], 0)),
        ["tooFewItems"] =
            (Story.Passed, new CaseCommand.RegisterProject(Now, Sample.Post("2025-10-20", "2025-10-21"), [1])),
        ["itemNotRegistered"] = (Story.Ended, new CaseCommand.SubmitClaim(Now, Sample.Web(Now), [3], 0)),
        ["itemsNotJudged"] = (Story.ClaimedWage, new CaseCommand.GrantClaim(Now, [1], 0, Refused: [], Signed: Sample.Two)),
        ["noItems"] = (Story.Ended, new CaseCommand.SubmitClaim(Now, Sample.Web(Now), [], 0)),
        ["personsDoNotMatch"] = (Story.Ended, new CaseCommand.SubmitClaim(Now, Sample.Web(Now), [1, 2], 1)),
        ["morePersonsThanClaimed"] = (Story.ClaimedWage, new CaseCommand.GrantClaim(Now, [1, 15], 4, Signed: Sample.Two)),
        ["visitsMissing"] =
            ([.. Story.Passed, .. Story.Claimed[^3..]], new CaseCommand.GrantClaim(Late, [1, 2], 0)),
        ["envelopeWaits"] = (
            [.. Story.Claimed, new CaseEvent.EnvelopeRecorded(Now, "post-e1")], new CaseCommand.RefuseClaim(Late, "理由")),
        ["visitNotUsable"] = (Story.Passed, new CaseCommand.RecordVisit(Now, 2, Tokyo.Day("2026-02-10"))),
        ["itemNotStated"] = (Story.ClaimedWithGap, new CaseCommand.GrantClaim(Late, [1, 2], 0, Signed: Sample.Two)),
        ["findingNotAnswered"] =
            (Story.ClaimedOtherwise, new CaseCommand.GrantClaim(Late, [1, 2], 0, Signed: Sample.Two)),
        ["nothingToGrant"] = (Story.Claimed, new CaseCommand.GrantClaim(Now, [1], 0, Signed: Sample.Two)),
        ["promotionOff"] = (Story.Lost, new CaseCommand.Promote(Now, 141, "承認者", Signed: Sample.Two)),
        ["promotionTooLate"] = (Story.Lost, new CaseCommand.Promote(Now, 141, "承認者", Signed: Sample.Two)),
        ["addressNotConfirmed"] = (Story.Won, new CaseCommand.RepeatNotice(
            Now, "again", Sample.WonNotice, "jiro@example.jp", "届いていないため", "伊藤")),
        ["notRepeatable"] = (Story.Won, new CaseCommand.RepeatNotice(
            Now, "again", Sample.WonNotice with { Kind = NoticeKind.ContactConfirmation }, "hanako@example.jp",
            "届いていないため", "伊藤")),
        ["addressWrong"] =
            (Story.Won, new CaseCommand.RepeatNotice(Now, "again", Sample.WonNotice, "花子@", "届いていないため", "伊藤")),
        ["messageSubject"] = (Story.Won, new CaseCommand.SendMessage(Now, "message", " ", ["本文"], "伊藤")),
        ["messageBody"] = (Story.Won, new CaseCommand.SendMessage(Now, "message", "件名", [], "伊藤")),
        ["noReviewRuns"] = (Story.Won, new CaseCommand.TakeMailFile(Now, Sample.Web(Now, "mail-1"), "mail", "伊藤")),
        ["secondPersonMissing"] = (Story.Granted, new CaseCommand.ReleasePayment(Now, Sample.Alone)),
        ["contactChangeGone"] = (Story.ContactAsked, new CaseCommand.ConfirmContact(Now, new(2, ContactSide.Old))),
        ["phoneCheckMissing"] = (Story.Won, Replaced(new("03-0000-0000", " ", "代表 次郎", Tokyo.Day("2026-02-09")))),
        ["phoneCheckDate"] = (Story.Won, Replaced(new("03-0000-0000", "会社案内", "代表 次郎", Tokyo.Day("2024-06-09")))),
        ["phoneCheckNumber"] =
            (Story.Won, Replaced(new(Story.NewContact.Phone, "申し出た人", "代表 次郎", Tokyo.Day("2026-02-09")))),
        ["textTurns"] = (Story.Won, new CaseCommand.SendMessage(Now, "message", "件名", ["本文です。", "お支払い\u202Eは明日です。"], "伊藤")),
        ["notGranted"] = (Story.Claimed, Invoice),
        ["paidOutside"] = (Story.Granted, Invoice),
        ["paidByList"] = (Story.Granted, new CaseCommand.ReleasePayment(Now, Sample.Two)),
        ["reasonMissing"] = (Story.Claimed, new CaseCommand.RefuseClaim(Now, "", Signed: Sample.Two)),
        ["stepPassed"] =
            (Story.Claimed, new CaseCommand.ExtendCutoff(Late, Step.Claim, Tokyo.Day("2026-04-01"), "災害", "承認者", Signed: Sample.Two)),
    };

    public static TheoryData<string> Codes => [.. Met.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_WhenMet_HasItsCodeAndAJapaneseSentence(string code)
    {
        var (given, when) = Met[code];
        var edition = code switch
        {
            "promotionOff" => Sample.R7,
            "paidByList" => Sample.Paying,
            _ => Sample.Promoting,
        };
        var refusal = Given(given).In(edition).When(when).ThenRefused(code);
        Assert.Contains(refusal.Text, c => c is >= 'ぁ' and <= 'ん');
        Assert.DoesNotContain("  ", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_AllOfThem_CanBeMetAndHaveCodesOfTheirOwn()
    {
        var all = All().Select(r => r.Code).ToList();
        Assert.Equal(all.Distinct().Order(), all.Order());
        Assert.Equal(all.Order(), Met.Keys.Order());
    }

    [Fact]
    public void Refusals_AllOfThem_AreJapaneseSentences() =>
        Assert.All(All(), r => Assert.Matches("^[^a-zA-Z]*[ぁ-ん][^a-zA-Z]*。$", r.Text));

    private static CaseCommand.MoveMoney Invoice => new(Payments.MoneySpec.Invoice("2026-03-20T10:00:00"));

    private static CaseCommand.ReplaceContact Replaced(PhoneCheck check) =>
        new(Now, Story.NewContact, check, "退職", Sample.Two);

    private static IEnumerable<Refusal> All() => typeof(Refusals)
        .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(m => m switch
        {
            FieldInfo field => field.GetValue(null),
            MethodInfo method =>
                method.Invoke(null, [.. method.GetParameters().Select(p => Argument(p.ParameterType))]),
            _ => throw new InvalidOperationException($"{m.Name} is not a refusal."),
        })
        .Cast<Refusal>();

    private static object Argument(Type type)
    {
        var samples = new object[]
        {
            Outcome.Lost, Step.Claim, "支給申請", 2, Tokyo.Day("2026-02-10"), Sample.R7.FindItem(3)!,
            Cutoff.On(Sample.R7, Sample.Round.CompanyRegistration, "企業情報の登録期限", post: true),
        };
        return samples.Single(type.IsInstanceOfType);
    }
}
