using System.Globalization;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Grants;

/// <summary>
/// The amount of a grant (支給額): the sum over groups of min(cap, unit × approved), nothing unless enough distinct
/// items are approved, never above the ceiling (guideline 1(2)).
/// </summary>
public static class GrantCalculation
{
    /// <summary>Calculates and explains.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="items">Numbers of the approved items; a number twice counts once.</param>
    /// <param name="persons">Approved persons of the items paid per person, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An item is unknown or the number of persons is negative.
    /// </exception>
    public static GrantAmount Of(Edition edition, IEnumerable<int> items, int persons)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        var approved = Approved(edition, items, persons);
        if (approved.Count < edition.Grant.MinimumItems)
            return new(0, [$"取組が{approved.Count}項目で、{edition.Grant.MinimumItems}項目以上の要件を満たさないため、支給額は0円です。"]);

        var parts = Parts(edition, approved, persons);
        var sum = parts.Sum(p => p.PaidYen);
        var yen = Math.Min(sum, edition.Grant.CeilingYen);
        return new(yen,
        [
            .. parts.Select(Explain),
            sum > yen
                ? $"合計{Yen(sum)}は上限{Yen(edition.Grant.CeilingYen)}を超えるため、支給額は{Yen(yen)}です。"
                : $"合計により、支給額は{Yen(yen)}です。",
        ]);
    }

    /// <summary>Yen with separators, for example 2,300,000円.</summary>
    public static string Yen(long yen) => string.Create(CultureInfo.InvariantCulture, $"{yen:#,0}円");

    /// <summary>The items that count, by number: those paid per person only with a person.</summary>
    internal static List<Item> Approved(Edition edition, IEnumerable<int> items, int persons) =>
    [
        .. items.Distinct().Order().Select(n => edition.FindItem(n)
            ?? throw new ArgumentOutOfRangeException(nameof(items), n, $"{edition.Id} has no item {n}."))
            .Where(i => persons > 0 || edition.GroupOf(i).Unit != GrantUnit.Person),
    ];

    /// <summary>What each group adds, in order of the groups.</summary>
    internal static IReadOnlyList<AmountPart> Parts(Edition edition, List<Item> approved, int persons) =>
    [
        .. edition.Groups.Select(g => (Group: g, Items: approved.Where(i => i.Group == g.Id).ToList()))
            .Where(g => g.Items.Count > 0).Select(g => AmountPart.Of(g.Group, g.Items, persons)),
    ];

    private static string Explain(AmountPart part)
    {
        var (group, product) = (part.Group, Yen(part.ProductYen));
        var capped = part.IsCapped ? $"、上限により{Yen(part.PaidYen)}" : "";
        return group.Unit == GrantUnit.Person
            ? $"{group.Name}: {Yen(group.UnitYen)}×{part.Units}人={product}{capped}"
            : $"{group.Name}: {Yen(group.UnitYen)}×{part.Units}項目({string.Concat(part.Items.Select(i => i.Label))})={product}{capped}";
    }
}
