using System.Text.Json.Serialization;
using Tedori.Programme.Text;

namespace Tedori.Programme.Editions;

/// <summary>Who may enter a round, and who gets a place that was given back.</summary>
/// <param name="MaximumEmployees">Most regular employees a company may have.</param>
/// <param name="WinnersMayEnterAgain">Whether a company that has been drawn may enter a later round.</param>
/// <param name="PromotionBusinessDays">
/// How many business days a promoted company has at least for its registration; 0 where places that were given back are
/// carried to later rounds instead of to the next of the ranking.
/// </param>
public sealed record EntryRules(int MaximumEmployees, bool WinnersMayEnterAgain, int PromotionBusinessDays = 0)
{
    /// <summary>Whether the next of the ranking gets a place that was given back (繰上当選).</summary>
    public bool Promotes => PromotionBusinessDays > 0;

    /// <summary>How often a round may be drawn again (再抽選) before its result is out; each time with a public reason.</summary>
    public int MostRedraws { get; init; } = 2;

    /// <summary>
    /// Groups of kanji that are one in names and addresses, besides the usual ones; each is read as its first.
    /// </summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>How writings of names and addresses are compared.</summary>
    [JsonIgnore]
    public CompanyReading Reading => Variants.Count == 0 ? CompanyReading.Default : new(new KanjiVariants(Variants));

    /// <summary>
    /// What a company declares when it enters, in order; empty where the programme file names nothing.
    /// </summary>
    public IReadOnlyList<EntryCondition> Conditions { get; init; } = [];
}
