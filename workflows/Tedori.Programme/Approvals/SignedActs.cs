using Tedori.Programme.Signing;

namespace Tedori.Programme.Approvals;

/// <summary>Which act of the edition's list a proposed action is, and whose edition it is about. Pure.</summary>
public static class SignedActs
{
    /// <summary>The act.</summary>
    public static StaffAct Of(ProposedAction action) => action switch
    {
        ProposedAction.ReleaseResult => StaffAct.ReleaseResult,
        ProposedAction.PassEligibility => StaffAct.PassEligibility,
        ProposedAction.FailEligibility => StaffAct.FailEligibility,
        ProposedAction.GrantClaim => StaffAct.GrantClaim,
        ProposedAction.RefuseClaim => StaffAct.RefuseClaim,
        ProposedAction.ExtendCase or ProposedAction.ExtendRound => StaffAct.ExtendCutoff,
        ProposedAction.ReleasePayment => StaffAct.ReleasePayment,
        ProposedAction.RevokeLinks => StaffAct.RevokeLinks,
        ProposedAction.ReplaceContact => StaffAct.ReplaceContact,
        ProposedAction.ChangeClosedDay => StaffAct.ChangeClosedDay,
        ProposedAction.CarryPlaces => StaffAct.CarryPlaces,
        ProposedAction.RepeatNotice => StaffAct.RepeatNotice,
        ProposedAction.DrawAgain => StaffAct.DrawAgain,
        ProposedAction.AnnounceThrow => StaffAct.AnnounceThrow,
        ProposedAction.Promote => StaffAct.Promote,
        ProposedAction.FilePost => StaffAct.FilePost,
        ProposedAction.JudgeAttempt => StaffAct.JudgeAttempt,
        ProposedAction.SettleLot => StaffAct.SettleLot,
        ProposedAction.JoinEntries => StaffAct.JoinEntries,
        ProposedAction.MoveWindow => StaffAct.MoveWindow,
        ProposedAction.DeclareOutage => StaffAct.DeclareOutage,
        _ => throw new InvalidOperationException($"Unknown action {action.GetType().Name}."),
    };

    /// <summary>The round it is about, or null where it is about every edition.</summary>
    public static RoundId? RoundOf(ProposedAction action) => action switch
    {
        ProposedAction.ReleaseResult a => a.Round,
        ProposedAction.PassEligibility a => a.Case.Round,
        ProposedAction.FailEligibility a => a.Case.Round,
        ProposedAction.GrantClaim a => a.Case.Round,
        ProposedAction.RefuseClaim a => a.Case.Round,
        ProposedAction.ExtendCase a => a.Case.Round,
        ProposedAction.ExtendRound a => a.Round,
        ProposedAction.ReleasePayment a => a.Case.Round,
        ProposedAction.RevokeLinks a => a.Case.Round,
        ProposedAction.ReplaceContact a => a.Case.Round,
        ProposedAction.ChangeClosedDay => null,
        ProposedAction.CarryPlaces a => a.Round,
        ProposedAction.RepeatNotice a => a.Original.CaseId.Round,
        ProposedAction.DrawAgain a => a.Round,
        ProposedAction.AnnounceThrow a => a.Round,
        ProposedAction.Promote a => a.Round,
        ProposedAction.FilePost a => a.Case.Round,
        ProposedAction.JudgeAttempt a => a.Case.Round,
        ProposedAction.SettleLot a => a.Round,
        ProposedAction.JoinEntries a => a.First.Round,
        ProposedAction.MoveWindow a => a.Round,
        ProposedAction.DeclareOutage => null,
        _ => throw new InvalidOperationException($"Unknown action {action.GetType().Name}."),
    };
}
