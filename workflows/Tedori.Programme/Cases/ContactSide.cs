namespace Tedori.Programme.Cases;

/// <summary>The two addresses that confirm a change of contact. Names are storage format.</summary>
public enum ContactSide
{
    /// <summary>The address until now.</summary>
    Old,

    /// <summary>The address to come.</summary>
    New,
}
