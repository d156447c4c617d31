using NodaTime;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>What a company stated of one item besides its number. Storage format.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Schemes">Its schemes (制度), from 1 in the edition's order; null where none was stated.</param>
/// <param name="Made">The day on which its rule was made (制度を定めた日), Asia/Tokyo, or null.</param>
/// <param name="Since">The day on which it came into force, or wages were raised, Asia/Tokyo, or null.</param>
public sealed record ItemStatement(
    int Item, IReadOnlyList<int>? Schemes = null, LocalDate? Made = null, LocalDate? Since = null)
{
    internal bool IsEmpty => Schemes is null && Made is null && Since is null;

    /// <summary>The schemes of an item that were stated; null where the record keeps nothing of that filing.</summary>
    internal static IReadOnlyList<int>? SchemesOf(IReadOnlyList<ItemStatement>? statements, Item item) =>
        statements is null ? null : statements.FirstOrDefault(s => s.Item == item.Number)?.Schemes ?? [];

    /// <summary>Of each of the items what was stated of it last, in order of the items; null where nothing was.</summary>
    internal static IReadOnlyList<ItemStatement>? Last(
        IReadOnlyList<int> items, IReadOnlyList<ItemStatement>? before, IReadOnlyList<ItemStatement>? then) =>
        before is null && then is null
            ? null
            : [.. (then ?? []).Concat(before ?? []).Where(s => items.Contains(s.Item)).DistinctBy(s => s.Item)
                .OrderBy(s => s.Item)];
}
