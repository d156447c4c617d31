namespace Tedori.Programme.Editions;

/// <summary>What a unit amount is paid for. Names are storage format.</summary>
public enum GrantUnit
{
    /// <summary>Each approved item (1項目当たり).</summary>
    Item,

    /// <summary>Each approved person (1人当たり): the wage raise. Its items put a case on the wage track.</summary>
    Person,
}
