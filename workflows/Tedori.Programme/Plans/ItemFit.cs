namespace Tedori.Programme.Plans;

/// <summary>That a measure fits items of the programme.</summary>
/// <param name="Items">Numbers of the items, ascending.</param>
/// <param name="Reason">Why, in one Japanese sentence of at most 60 characters.</param>
public sealed record ItemFit(IReadOnlyList<int> Items, string Reason);
