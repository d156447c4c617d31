namespace Tedori.Programme.Cases;

/// <summary>A claimed item for which nothing is paid (不承認の項目). Storage format.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Reason">Why, in Japanese; stands in the decision letter.</param>
public sealed record ItemRefusal(int Item, string Reason);
