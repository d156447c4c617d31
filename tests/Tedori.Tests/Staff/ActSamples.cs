using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Staff;

/// <summary>One proposed action of each type.</summary>
internal static class ActSamples
{
    private static readonly ProposedAction[] All =
    [
        new ProposedAction.ReleaseResult(Sample.RoundId),
        new ProposedAction.DrawAgain(Sample.RoundId, "理由"),
        new ProposedAction.AnnounceThrow(Sample.RoundId, "抽選器", Tokyo.At("2025-05-26T10:00:00")),
        new ProposedAction.Promote(Sample.RoundId),
        new ProposedAction.CarryPlaces(new("r7", 2), 1, 1),
        new ProposedAction.PassEligibility(Sample.CaseId, []),
        new ProposedAction.FailEligibility(Sample.CaseId, "理由"),
        new ProposedAction.GrantClaim(Sample.CaseId, [1, 2], 0),
        new ProposedAction.RefuseClaim(Sample.CaseId, "理由"),
        new ProposedAction.ReleasePayment(Sample.CaseId),
        new ProposedAction.ExtendCase(Sample.CaseId, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), "理由"),
        new ProposedAction.ExtendRound(Sample.RoundId, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), null, "理由"),
        new ProposedAction.FilePost(
            Sample.CaseId, "e1", new Receipt.Post(Tokyo.Day("2025-06-12"), Tokyo.Day("2025-06-16"), "簡易書留", null)),
        new ProposedAction.JudgeAttempt(Sample.CaseId, "e1", true, "期限内の提出"),
        new ProposedAction.SettleLot(Sample.RoundId, 1, Sample.CaseId, "電話で確認"),
        new ProposedAction.JoinEntries(Sample.CaseId, new(Sample.RoundId, 2), true, "同じ代表者"),
        new ProposedAction.RevokeLinks(Sample.CaseId, 1),
        new ProposedAction.ReplaceContact(
            Sample.CaseId, new("後任 一郎", "ichiro@example.jp", "03-1234-5678"),
            new("03-9999-0000", "会社案内", "代表 次郎", Tokyo.Day("2025-06-24")), "担当者が退職したため"),
        new ProposedAction.RepeatNotice(new(Sample.CaseId, NoticeKind.ResultWon, 2), "other@example.jp", "理由"),
        new ProposedAction.MoveWindow(Sample.RoundId, Tokyo.At("2025-05-23T19:00:00"), "障害"),
        new ProposedAction.DeclareOutage(Tokyo.At("2025-06-12T16:00:00"), Tokyo.At("2025-06-12T18:00:00"), "障害"),
        new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁"),
    ];

    public static IEnumerable<Type> Types => All.Select(a => a.GetType());

    public static ProposedAction Of(Type type) => All.Single(a => a.GetType() == type);

    /// <summary>Who may propose it: links and closed days are the administrator's as well.</summary>
    public static string ProposerOf(Type type) =>
        type == typeof(ProposedAction.ChangeClosedDay) || type == typeof(ProposedAction.RevokeLinks)
            ? "Reviewer, Administrator"
            : "Reviewer";
}
