namespace Tedori.Programme.Programmes;

/// <summary>Who may enter a round.</summary>
/// <param name="MaximumEmployees">Most regular employees a company may have.</param>
/// <param name="WinnersMayEnterAgain">Whether a company that has been drawn may enter a later round.</param>
public sealed record EntryRules(int MaximumEmployees, bool WinnersMayEnterAgain)
{
    /// <summary>What a company declares when it enters, in order; empty where the programme file names nothing.</summary>
    public IReadOnlyList<EntryCondition> Conditions { get; init; } = [];
}
