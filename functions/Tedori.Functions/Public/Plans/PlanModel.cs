using Tedori.Functions.Components.Forms;
using Tedori.Programme.Editions;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Plans;

/// <summary>What the page of a whole plan shows.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Others">The plans of other years.</param>
/// <param name="Items">The items of the programme that measures fit.</param>
/// <param name="Query">What was typed, as it was typed.</param>
/// <param name="Found">What was found; null where nothing was looked for.</param>
/// <param name="Errors">Why it was not looked for; empty otherwise.</param>
public sealed record PlanModel(
    Plan Plan, IReadOnlyList<Plan> Others, IReadOnlyList<Item> Items, string Query, IReadOnlyList<Measure>? Found,
    IReadOnlyList<FieldError> Errors);

/// <summary>What the page of an area shows.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Area">The area.</param>
public sealed record PlanAreaModel(Plan Plan, PlanArea Area);

/// <summary>What the page of a measure shows.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Area">Its area.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Items">The items that it fits, by number, each with its reason.</param>
public sealed record MeasureModel(
    Plan Plan, PlanArea Area, Measure Measure, IReadOnlyList<(Item Item, string Reason)> Items);

/// <summary>What the page of an item shows.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Item">The item.</param>
/// <param name="Measures">The measures that fit it, each with its reason.</param>
public sealed record PlanItemModel(Plan Plan, Item Item, IReadOnlyList<(Measure Measure, string Reason)> Measures);
