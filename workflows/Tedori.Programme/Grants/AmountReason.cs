using Tedori.Programme.Editions;

namespace Tedori.Programme.Grants;

/// <summary>Why an amount is the one it is (この額の根拠), for companies and staff.</summary>
/// <param name="Yen">The amount in yen.</param>
/// <param name="Sentence">In Japanese, in one sentence of at most 60 characters.</param>
/// <param name="Parts">What each group adds; none where nothing is paid, or where the amount was counted otherwise.</param>
/// <param name="CutYen">What the ceiling of the whole holds back, in yen; 0 where it is not reached.</param>
/// <param name="Steps">The calculation, one Japanese sentence a step.</param>
/// <param name="Source">Where the rule stands, in Japanese.</param>
public sealed record AmountReason(
    long Yen, string Sentence, IReadOnlyList<AmountPart> Parts, long CutYen, IReadOnlyList<string> Steps, string Source)
{
    private const string Guideline = "募集要項1(2)";

    /// <summary>The items that are paid for, by number.</summary>
    public IEnumerable<Item> Items => Parts.SelectMany(p => p.Items).OrderBy(i => i.Number);

    /// <summary>The caps and the ceiling that held something back, one Japanese phrase each.</summary>
    public IEnumerable<string> Caps(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        foreach (var part in Parts.Where(p => p.IsCapped))
            yield return $"{part.Group.Name}の上限{GrantCalculation.Yen(part.Group.CapYen)}";
        if (CutYen > 0)
            yield return $"全体の上限{GrantCalculation.Yen(edition.Grant.CeilingYen)}";
    }

    /// <summary>Of what would be paid if these items and persons were approved.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="items">Numbers of the items; a number twice counts once.</param>
    /// <param name="persons">Persons of the items paid per person, 0 or more.</param>
    public static AmountReason Of(Edition edition, IEnumerable<int> items, int persons)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(items);
        var numbers = items.ToList();
        var amount = GrantCalculation.Of(edition, numbers, persons);
        var approved = GrantCalculation.Approved(edition, numbers, persons);
        IReadOnlyList<AmountPart> parts = amount.Yen == 0 ? [] : GrantCalculation.Parts(edition, approved, persons);
        var cut = parts.Sum(p => p.PaidYen) - amount.Yen;
        return new(amount.Yen, Explain(edition, approved, parts, cut), parts, cut, amount.Lines, Guideline);
    }

    /// <summary>Of an amount that was decided.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="items">Numbers of the approved items.</param>
    /// <param name="persons">Approved persons.</param>
    /// <param name="yen">What was decided, in yen.</param>
    /// <param name="explanation">How it was explained then.</param>
    public static AmountReason OfDecision(
        Edition edition, IEnumerable<int> items, int persons, long yen, IReadOnlyList<string> explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var now = Of(edition, items, persons);
        // What was decided stands, also where the programme file has been corrected since.
        return now.Yen == yen
            ? now with { Steps = explanation }
            : new(yen, "決定したときの単価と上限で計算した額です。", [], 0, explanation, "支給決定の通知");
    }

    private static string Explain(Edition edition, List<Item> approved, IReadOnlyList<AmountPart> parts, long cut)
    {
        if (parts.Count == 0)
            return $"取組が{approved.Count}項目で、{edition.Grant.MinimumItems}項目以上の要件を満たさないため、0円です。";
        var labels = string.Concat(approved.Select(i => i.Label));
        var persons = parts.FirstOrDefault(p => p.Group.Unit == GrantUnit.Person) is { } wage ? $"、対象者{wage.Units}人" : "";
        var counted = $"{approved.Count}項目({labels}{persons})";
        return cut > 0
            ? $"{counted}の合計を、全体の上限{GrantCalculation.Yen(edition.Grant.CeilingYen)}までとした額です。"
            : $"{counted}を、区分ごとの単価と上限で計算した合計です。";
    }
}
