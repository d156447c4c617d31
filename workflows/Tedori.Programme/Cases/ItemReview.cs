using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>
/// What the record says of one item when its claim is reviewed: what was stated, beside what was registered and the period
/// in which it counts. Pure.
/// </summary>
/// <param name="Item">The item.</param>
/// <param name="Registered">The schemes that were registered; null where the record keeps none.</param>
/// <param name="Stated">What the claim states, or null where the record keeps nothing, or nothing is claimed.</param>
/// <param name="Findings">What speaks against it; each needs a reason before the item is paid.</param>
public sealed record ItemReview(
    Item Item, IReadOnlyList<string>? Registered, ItemStatement? Stated, IReadOnlyList<ItemFinding> Findings)
{
    /// <summary>The schemes that are claimed; null where the record keeps none.</summary>
    public IReadOnlyList<string>? Claimed => Stated is null ? null : Names(Item, Stated.Schemes ?? []);

    /// <summary>
    /// The items of the claim in order, or those that were registered while nothing is claimed; none before.
    /// </summary>
    public static IReadOnlyList<ItemReview> Of(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        return [.. (state.Claim?.Items ?? state.Project?.Items ?? [])
            .Select(n => Of(edition.FindItem(n)!, edition.GroupOf(edition.FindItem(n)!).Unit, state, ItemPeriod.Of(edition, state, n)))];
    }

    private static ItemReview Of(Item item, GrantUnit unit, CaseState state, ItemPeriod? period)
    {
        var registered = ItemStatement.SchemesOf(state.Project?.Stated, item);
        // A row of before the record kept them, or an envelope that was not typed, says nothing either way.
        var stated = state.Claim?.Stated is { } all
            ? all.FirstOrDefault(s => s.Item == item.Number) ?? new(item.Number)
            : null;
        LocalDate? claimedOn = state.FiledOn.TryGetValue(Step.Claim, out var day) ? day : null;
        return new(item, registered is null ? null : Names(item, registered), stated, stated is null
            ? []
            : [.. ItemFinding.OfSchemes(item, registered, stated), .. ItemFinding.OfDates(unit, period, claimedOn, stated)]);
    }

    private static IReadOnlyList<string> Names(Item item, IReadOnlyList<int> schemes) =>
        [.. schemes.Where(n => n >= 1 && n <= item.Schemes.Count).Select(n => item.Schemes[n - 1])];
}
