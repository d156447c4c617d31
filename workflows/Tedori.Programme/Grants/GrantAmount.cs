namespace Tedori.Programme.Grants;

/// <summary>An amount with its explanation.</summary>
/// <param name="Yen">The amount in yen; 0 where the conditions are not met.</param>
/// <param name="Lines">One Japanese sentence per step of the calculation, the last with the result.</param>
public sealed record GrantAmount(long Yen, IReadOnlyList<string> Lines);
