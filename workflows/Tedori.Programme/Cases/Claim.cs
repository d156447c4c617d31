namespace Tedori.Programme.Cases;

/// <summary>What a company reports as done (支給申請).</summary>
/// <param name="Items">Numbers of the items, ascending, each once.</param>
/// <param name="Persons">Persons whose wage was raised; 0 where that item is not claimed.</param>
/// <param name="Stated">
/// The schemes and dates of the items, as they were corrected last; null where the record keeps none.
/// </param>
public sealed record Claim(
    IReadOnlyList<int> Items, int Persons, IReadOnlyList<ItemStatement>? Stated = null);
