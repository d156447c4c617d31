namespace Tedori.Programme.Editions;

/// <summary>A group of items with one unit amount and one cap: guideline 1(2).</summary>
/// <param name="Id">Stable id, for example <c>time</c>.</param>
/// <param name="Name">Official name.</param>
/// <param name="Unit">What the unit amount is paid for.</param>
/// <param name="UnitYen">Yen per unit.</param>
/// <param name="CapYen">Most that the group pays, in yen.</param>
public sealed record ItemGroup(string Id, string Name, GrantUnit Unit, long UnitYen, long CapYen)
{
    /// <summary>Most units the group pays for.</summary>
    public long MaximumUnits => CapYen / UnitYen;
}
