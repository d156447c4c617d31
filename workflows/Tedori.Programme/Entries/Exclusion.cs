namespace Tedori.Programme.Entries;

/// <summary>Why an entry takes no part in the draw. Names are storage format.</summary>
public enum Exclusion
{
    /// <summary>The company has an earlier entry in the same round.</summary>
    Duplicate,

    /// <summary>The company was drawn in an earlier round.</summary>
    AlreadySelected,

    /// <summary>The company states more regular employees than the programme admits.</summary>
    TooManyEmployees,
}
