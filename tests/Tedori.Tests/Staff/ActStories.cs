using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Staff;

/// <summary>A case and the command that a proposed action about it becomes.</summary>
internal static class ActStories
{
    private static readonly Instant Review = Tokyo.At("2025-06-25T14:00:00");
    private static readonly Instant Late = Tokyo.At("2026-03-18T16:00:00");

    private static readonly Dictionary<Type, (CaseEvent[] Given, CaseCommand Command)> All = new()
    {
        [typeof(ProposedAction.PassEligibility)] = (Story.Registered, new CaseCommand.PassEligibility(Review, Sample.Two)),
        [typeof(ProposedAction.FailEligibility)] =
            (Story.Registered, new CaseCommand.FailEligibility(Review, "要件を満たさないため。", Signed: Sample.Two)),
        [typeof(ProposedAction.GrantClaim)] =
            (Story.Claimed, new CaseCommand.GrantClaim(Late, [1, 2], 0, Signed: Sample.Two)),
        [typeof(ProposedAction.RefuseClaim)] =
            (Story.Claimed, new CaseCommand.RefuseClaim(Late, "確認できないため。", Signed: Sample.Two)),
        [typeof(ProposedAction.ReleasePayment)] = (Story.Granted, new CaseCommand.ReleasePayment(Late, Sample.Two)),
        [typeof(ProposedAction.ExtendCase)] = (Story.Registered, new CaseCommand.ExtendCutoff(
            Review, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), "災害", "承認者", Sample.Two)),
        [typeof(ProposedAction.ReplaceContact)] = (Story.Won, new CaseCommand.ReplaceContact(
            Review, new("後任 一郎", "ichiro@example.jp", "03-1234-5678"),
            new("03-9999-0000", "会社案内", "代表 次郎", Tokyo.Day("2025-06-24")), "担当者が退職したため", Sample.Two)),
        [typeof(ProposedAction.RepeatNotice)] = (Story.Won, new CaseCommand.RepeatNotice(
            Review, "again", Sample.WonNotice, "other@example.jp", "転居のため", "伊藤", Sample.Two)),
        [typeof(ProposedAction.Promote)] = (Story.Lost, new CaseCommand.Promote(Review, 141, "承認者", Sample.Two)),
    };

    public static (CaseEvent[] Given, CaseCommand Command) Of(Type type) => All[type];
}
