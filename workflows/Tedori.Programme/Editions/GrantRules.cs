namespace Tedori.Programme.Editions;

/// <summary>Limits of the grant as a whole: guideline 1(2).</summary>
/// <param name="CeilingYen">Most that one company is paid, in yen.</param>
/// <param name="MinimumItems">
/// Fewest distinct approved items for anything to be paid; the wage raise counts as one.
/// </param>
public sealed record GrantRules(long CeilingYen, int MinimumItems)
{
    /// <summary>
    /// What a company has to do after the decision until it is paid (請求), in Japanese; stands in the notice of the decision.
    /// </summary>
    public string AfterGrant { get; init; } =
        "奨励金の請求書兼口座振替依頼書を事務局へ提出してください。内容を確認した後、ご指定の口座に振り込みます。";
}
