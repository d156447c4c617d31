namespace Tedori.Programme.Cases;

/// <summary>How a company may leave its case now, and what that means (辞退・撤回・中止).</summary>
public static class Leaving
{
    /// <summary>The ways out that are open; none once the case is closed.</summary>
    public static IReadOnlyList<Outcome> Of(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.IsClosed
            ? []
            : [.. new[] { Outcome.Declined, Outcome.Retracted, Outcome.Abandoned }.Where(
                o => CaseDecider.MayLeave(state.Step, o))];
    }

    /// <summary>What a way out means, in Japanese.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No company leaves by this outcome.</exception>
    public static string Meaning(Outcome outcome) => outcome switch
    {
        Outcome.Declined => "申請要件の審査の結果が決まる前に、申込みを取りやめます。この申請は終結し、奨励金は支給されません。元に戻すことはできません。",
        Outcome.Retracted => "審査を通過した申請を取り下げます。この申請は終結し、奨励金は支給されません。元に戻すことはできません。",
        Outcome.Abandoned => "登録した取組をやめます。この申請は終結し、奨励金は支給されません。元に戻すことはできません。",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No company leaves by this outcome."),
    };
}
