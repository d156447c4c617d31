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
        var approved = items.Distinct().Order().Select(n => edition.FindItem(n)
            ?? throw new ArgumentOutOfRangeException(nameof(items), n, $"{edition.Id} has no item {n}.")).ToList();
        approved.RemoveAll(i => persons == 0 && edition.GroupOf(i).Unit == GrantUnit.Person);
        if (approved.Count < edition.Grant.MinimumItems)
            return new(0, [$"取組が{approved.Count}項目で、{edition.Grant.MinimumItems}項目以上の要件を満たさないため、支給額は0円です。"]);

        var lines = new List<string>();
        var sum = 0L;
        foreach (var group in edition.Groups)
            sum += Add(group, [.. approved.Where(i => i.Group == group.Id)], persons, lines);
        var yen = Math.Min(sum, edition.Grant.CeilingYen);
        lines.Add(sum > yen
            ? $"合計{Yen(sum)}は上限{Yen(edition.Grant.CeilingYen)}を超えるため、支給額は{Yen(yen)}です。"
            : $"合計により、支給額は{Yen(yen)}です。");
        return new(yen, lines);
    }

    /// <summary>Yen with separators, for example 2,300,000円.</summary>
    public static string Yen(long yen) => string.Create(CultureInfo.InvariantCulture, $"{yen:#,0}円");

    private static long Add(ItemGroup group, List<Item> items, int persons, List<string> lines)
    {
        if (items.Count == 0)
            return 0;
        var units = group.Unit == GrantUnit.Person ? persons : items.Count;
        var product = group.UnitYen * units;
        var paid = Math.Min(product, group.CapYen);
        var counted = group.Unit == GrantUnit.Person
            ? $"{units}人"
            : $"{units}項目({string.Concat(items.Select(i => i.Label))})";
        var capped = product > paid ? $"、上限により{Yen(paid)}" : "";
        lines.Add($"{group.Name}: {Yen(group.UnitYen)}×{counted}={Yen(product)}{capped}");
        return paid;
    }
}
