namespace Tedori.Programme.Cases;

/// <summary>What a company reports as done (支給申請).</summary>
/// <param name="Items">Numbers of the items, ascending, each once.</param>
/// <param name="Persons">Persons whose wage was raised; 0 where that item is not claimed.</param>
public sealed record Claim(IReadOnlyList<int> Items, int Persons);
