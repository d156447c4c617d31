using Tedori.Programme.Editions;

namespace Tedori.Programme.Grants;

/// <summary>What one group adds to an amount.</summary>
/// <param name="Group">The group.</param>
/// <param name="Items">Its approved items, by number; at least one.</param>
/// <param name="Units">What is paid for: items or persons, as the group's unit says.</param>
/// <param name="ProductYen">Unit amount × units, in yen.</param>
/// <param name="PaidYen">The product, or the group's cap where it is above it, in yen.</param>
public sealed record AmountPart(ItemGroup Group, IReadOnlyList<Item> Items, long Units, long ProductYen, long PaidYen)
{
    /// <summary>Whether the cap of the group held something back.</summary>
    public bool IsCapped => PaidYen < ProductYen;

    internal static AmountPart Of(ItemGroup group, IReadOnlyList<Item> items, int persons)
    {
        var units = group.Unit == GrantUnit.Person ? persons : items.Count;
        var product = group.UnitYen * units;
        return new(group, items, units, product, Math.Min(product, group.CapYen));
    }
}
