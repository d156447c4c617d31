using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;

namespace Tedori.Tests.Expected;

/// <summary>Who causes each command: a company, time, or staff by the acts of the table, by route or by the name of the action.</summary>
internal static class CommandActs
{
    public const string Company = "company";
    public const string Time = "time";

    private const string Review = "POST staff/cases/{id}/review";
    private static readonly string[] Filing =
        [Company, "POST staff/post/new", "POST staff/post/{round}/{envelope}", nameof(ProposedAction.FilePost), nameof(ProposedAction.JudgeAttempt)];

    public static readonly IReadOnlyDictionary<Type, string[]> All = new Dictionary<Type, string[]>
    {
        [typeof(CaseCommand.Enter)] = [Company],
        [typeof(CaseCommand.TellShared)] = [Company],
        [typeof(CaseCommand.TellWindowMoved)] = [nameof(ProposedAction.MoveWindow)],
        [typeof(CaseCommand.TakeMailFile)] = ["POST staff/mails/{mail}/files/{sha256}/evidence"],
        [typeof(CaseCommand.RecordDraw)] = [nameof(ProposedAction.ReleaseResult), nameof(ProposedAction.SettleLot)],
        [typeof(CaseCommand.HoldResult)] = [nameof(ProposedAction.ReleaseResult)],
        [typeof(CaseCommand.Exclude)] = [nameof(ProposedAction.ReleaseResult), nameof(ProposedAction.SettleLot)],
        [typeof(CaseCommand.Promote)] = [nameof(ProposedAction.Promote)],
        [typeof(CaseCommand.RegisterCompany)] = Filing,
        [typeof(CaseCommand.RegisterProject)] = Filing,
        [typeof(CaseCommand.SubmitClaim)] = Filing,
        [typeof(CaseCommand.AnswerCorrection)] = Filing,
        [typeof(CaseCommand.RecordRefusal)] = Filing,
        // What an envelope holds back, and that somebody began to read, is told to nobody.
        [typeof(CaseCommand.RecordEnvelope)] = [],
        [typeof(CaseCommand.SettleEnvelope)] = [],
        [typeof(CaseCommand.BeginReview)] = [],
        [typeof(CaseCommand.RequestCorrection)] = [Review],
        [typeof(CaseCommand.WithdrawCorrection)] = [Review],
        [typeof(CaseCommand.RecordVisit)] = [Review],
        [typeof(CaseCommand.PassEligibility)] = [nameof(ProposedAction.PassEligibility)],
        [typeof(CaseCommand.FailEligibility)] = [nameof(ProposedAction.FailEligibility)],
        [typeof(CaseCommand.GrantClaim)] = [nameof(ProposedAction.GrantClaim)],
        [typeof(CaseCommand.RefuseClaim)] = [nameof(ProposedAction.RefuseClaim)],
        [typeof(CaseCommand.ReleasePayment)] = [nameof(ProposedAction.ReleasePayment)],
        // No edition pays through lists yet, so nobody can ask for it.
        [typeof(CaseCommand.MoveMoney)] = [],
        [typeof(CaseCommand.RepeatNotice)] = ["POST staff/notices/repeat", nameof(ProposedAction.RepeatNotice)],
        [typeof(CaseCommand.SendMessage)] = ["POST staff/cases/{id}/message"],
        [typeof(CaseCommand.Decline)] = [Company],
        [typeof(CaseCommand.Retract)] = [Company],
        [typeof(CaseCommand.Abandon)] = [Company],
        [typeof(CaseCommand.ExtendCutoff)] = [nameof(ProposedAction.ExtendCase), nameof(ProposedAction.ExtendRound)],
        [typeof(CaseCommand.RequestContactChange)] = [Company],
        [typeof(CaseCommand.ConfirmContact)] = [Company],
        [typeof(CaseCommand.ReplaceContact)] = [nameof(ProposedAction.ReplaceContact)],
        [typeof(CaseCommand.PassTime)] = [Time],
    };
}
