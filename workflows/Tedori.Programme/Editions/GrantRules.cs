namespace Tedori.Programme.Editions;

/// <summary>Limits of the grant as a whole: guideline 1(2).</summary>
/// <param name="CeilingYen">Most that one company is paid, in yen.</param>
/// <param name="MinimumItems">
/// Fewest distinct approved items for anything to be paid; the wage raise counts as one.
/// </param>
public sealed record GrantRules(long CeilingYen, int MinimumItems);
