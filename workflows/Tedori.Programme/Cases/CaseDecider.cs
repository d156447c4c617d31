using Tedori.Programme.Editions;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

/// <summary>
/// The rules of a case as a pure function: state and command in, events or a refusal out. No clock: time is a field of
/// the command. Repeating a command that was accepted gives no events.
/// </summary>
public static partial class CaseDecider
{
    /// <summary>Decides about a case that may not exist yet.</summary>
    /// <param name="edition">The edition the case belongs to.</param>
    /// <param name="state">The case, or null before its entry.</param>
    /// <param name="command">What is asked.</param>
    /// <exception cref="InvalidOperationException">
    /// A broken invariant: a command other than the entry to a case that does not exist.
    /// </exception>
    public static Decision Decide(Edition edition, CaseState? state, CaseCommand command)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(command);
        if (command is CaseCommand.Enter enter)
            return Enter(state, enter);
        return state is null
            ? throw new InvalidOperationException($"{command.GetType().Name} before the entry.")
            : DecideOpen(edition, state, command);
    }

    private static Decision DecideOpen(Edition edition, CaseState s, CaseCommand command) => command switch
    {
        CaseCommand.Enter c => Enter(s, c),
        CaseCommand.TellShared c => TellShared(s, c),
        CaseCommand.TellWindowMoved c => TellWindowMoved(s, c),
        CaseCommand.RecordDraw c => RecordDraw(edition, s, c),
        CaseCommand.HoldResult c => HoldResult(s, c),
        CaseCommand.Promote c => Promote(edition, s, c),
        CaseCommand.Exclude c => Exclude(s, c),
        CaseCommand.RegisterCompany c => RegisterCompany(edition, s, c),
        CaseCommand.BeginReview c => BeginReview(s, c),
        CaseCommand.RequestCorrection c => RequestCorrection(edition, s, c),
        CaseCommand.AnswerCorrection c => AnswerCorrection(edition, s, c),
        CaseCommand.WithdrawCorrection c => WithdrawCorrection(s, c),
        CaseCommand.PassEligibility c => PassEligibility(edition, s, c),
        CaseCommand.FailEligibility c => FailEligibility(edition, s, c),
        CaseCommand.RecordVisit c => RecordVisit(edition, s, c),
        CaseCommand.RegisterProject c => RegisterProject(edition, s, c),
        CaseCommand.SubmitClaim c => SubmitClaim(edition, s, c),
        CaseCommand.RecordEnvelope c => RecordEnvelope(s, c),
        CaseCommand.SettleEnvelope c => SettleEnvelope(s, c),
        CaseCommand.RecordRefusal c => RecordRefusal(edition, s, c),
        CaseCommand.GrantClaim c => GrantClaim(edition, s, c),
        CaseCommand.RefuseClaim c => RefuseClaim(edition, s, c),
        CaseCommand.RepeatNotice c => RepeatNotice(edition, s, c),
        CaseCommand.SendMessage c => SendMessage(s, c),
        CaseCommand.TakeMailFile c => TakeMailFile(s, c),
        CaseCommand.ReleasePayment c => ReleasePayment(edition, s, c),
        CaseCommand.MoveMoney c => MoveMoney(edition, s, c),
        CaseCommand.Decline c => Leave(s, c, Outcome.Declined, c.Reason),
        CaseCommand.Retract c => Leave(s, c, Outcome.Retracted, c.Reason),
        CaseCommand.Abandon c => Leave(s, c, Outcome.Abandoned, c.Reason),
        CaseCommand.ExtendCutoff c => ExtendCutoff(edition, s, c),
        CaseCommand.RequestContactChange c => RequestContactChange(s, c),
        CaseCommand.ConfirmContact c => ConfirmContact(s, c),
        CaseCommand.ReplaceContact c => ReplaceContact(edition, s, c),
        CaseCommand.PassTime c => PassTime(edition, s, c),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private static Step Reached(CaseState s) => s.ClosedIn ?? s.Step;

    // Null where enough people signed for the act.
    private static Decision? Signed(Edition edition, StaffAct act, Signatures? signed) =>
        edition.SecondPerson.Check(act, signed) is { } missing ? Refuse(missing) : null;

    // Null where a reason that a company reads is there and shows what it says.
    private static Refusal? CheckReason(string? reason, string where = "理由") =>
        string.IsNullOrWhiteSpace(reason) ? Refusals.ReasonMissing
        : MessageText.Turns(reason) ? Refusals.TextTurns(where)
        : null;

    private static Decision Refuse(Refusal refusal) => Decision.Refuse(refusal);

    private static Decision WrongStep(CaseState s, string wanted) => s.Outcome is { } outcome
        ? Refuse(Refusals.CaseClosed(outcome))
        : Refuse(Refusals.NotThisStep(s.Step, wanted));
}
