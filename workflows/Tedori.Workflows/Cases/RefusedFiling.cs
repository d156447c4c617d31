using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>A filing that is not taken: it stays on record, and its company is told. Pure.</summary>
internal static class RefusedFiling
{
    /// <summary>The step that a command files for, and what it files; null where it files nothing.</summary>
    public static (Step Step, Filing Filing)? FiledBy(CaseCommand command, CaseState? before) => command switch
    {
        CaseCommand.RegisterCompany c => (Step.CompanyRegistration, c.Filing),
        CaseCommand.RegisterProject c => (Step.ProjectRegistration, c.Filing),
        CaseCommand.SubmitClaim c => (Step.Claim, c.Filing),
        CaseCommand.AnswerCorrection c => (ReviewOf(before!), c.Filing),
        _ => null,
    };

    /// <summary>What tells the case that a command was refused, or null where its company is told nothing.</summary>
    public static CaseCommand? TellOf(CaseCommand command, CaseState? before, Refusal refusal) =>
        FiledBy(command, before) is var (step, filing)
            ? new CaseCommand.RecordRefusal(command.At, step, filing, refusal)
            : null;

    private static Step ReviewOf(CaseState state) => state.Correction?.Review ?? state.ClosedIn ?? state.Step;
}
