namespace Tedori.Programme.Grants;

/// <summary>Whether one person's raise qualifies.</summary>
/// <param name="Holds">Whether it does.</param>
/// <param name="RaiseYen">What counts as raise, in yen a month or an hour as the pay is; may be negative.</param>
/// <param name="NeededYen">Least raise that qualifies, in the same unit, rounded up to whole yen.</param>
/// <param name="Explanation">One Japanese sentence with the figures.</param>
public sealed record WageVerdict(bool Holds, long RaiseYen, long NeededYen, string Explanation);
