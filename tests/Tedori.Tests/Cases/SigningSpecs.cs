using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases;

/// <summary>What needs two people is decided by their ids, in every act about a case.</summary>
public sealed class SigningSpecs
{
    private const string Other = "other@example.jp";
    private static readonly Instant Review = Tokyo.At("2025-06-25T14:00:00");
    private static readonly Instant Late = Tokyo.At("2026-03-18T16:00:00");

    private static readonly Dictionary<StaffAct, (CaseEvent[] Given, Func<Signatures?, CaseCommand> When)> Acts = new()
    {
        [StaffAct.PassEligibility] = (Story.Registered, s => new CaseCommand.PassEligibility(Review, s)),
        [StaffAct.FailEligibility] =
            (Story.Registered, s => new CaseCommand.FailEligibility(Review, "要件を満たさないため。", Signed: s)),
        [StaffAct.GrantClaim] = (Story.Claimed, s => new CaseCommand.GrantClaim(Late, [1, 2], 0, Signed: s)),
        [StaffAct.RefuseClaim] = (Story.Claimed, s => new CaseCommand.RefuseClaim(Late, "確認できないため。", Signed: s)),
        [StaffAct.ReleasePayment] = (Story.Granted, s => new CaseCommand.ReleasePayment(Late, s ?? Sample.Alone)),
        [StaffAct.ExtendCutoff] = (Story.Registered, s => new CaseCommand.ExtendCutoff(
            Review, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), "災害", "承認者", s)),
        [StaffAct.Promote] = (Story.Lost, s => new CaseCommand.Promote(Tokyo.At("2025-06-25T14:00:00"), 141, "承認者", s)),
        [StaffAct.RepeatNotice] = (Story.Won, s => new CaseCommand.RepeatNotice(
            Review, "again", Sample.WonNotice, Other, "転居のため", "伊藤", s)),
    };

    public static TheoryData<StaffAct> All => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Act_ByOnePersonUnderTwoNames_IsRefused(StaffAct act) => Assert.Contains(
        CodeOf(act, new(new("ito", "伊藤"), new("ITO", "佐藤")), Sample.Promoting), (string[])["secondPersonMissing", "addressNotConfirmed"]);

    [Theory]
    [MemberData(nameof(All))]
    public void Act_ByTwoPeopleOfOneName_IsDone(StaffAct act) =>
        Assert.Null(CodeOf(act, new(new("ito-1", "伊藤"), new("ito-2", "伊藤")), Sample.Promoting));

    [Theory]
    [MemberData(nameof(All))]
    public void Act_ThatNobodySigned_IsRefused(StaffAct act) => Assert.NotNull(CodeOf(act, null, Sample.Promoting));

    [Theory]
    [MemberData(nameof(All))]
    public void Act_ThatTheEditionLeavesToOne_IsDoneByOne(StaffAct act) =>
        Assert.Null(CodeOf(act, Sample.Alone, Sample.Promoting with { SecondPerson = new([act]) }));

    [Fact]
    public void Notice_ToTheCompanysOwnAddress_NeedsNoSignature()
    {
        var state = CaseEvolution.Fold(Story.Won);
        var command = new CaseCommand.RepeatNotice(Review, "again", Sample.WonNotice, state.Entry.Email, "不達", "伊藤");
        Assert.IsType<Decision.Accepted>(CaseDecider.Decide(Sample.R7, state, command));
    }

    private static string? CodeOf(StaffAct act, Signatures? signed, Edition edition)
    {
        var (given, when) = Acts[act];
        return (CaseDecider.Decide(edition, CaseEvolution.Fold(given), when(signed)) as Decision.Refused)?.Refusal.Code;
    }
}
