namespace Tedori.Season.Reporting;

/// <summary>What a column of the rounds is about.</summary>
public enum RoundTheme
{
    /// <summary>Entries and the draw.</summary>
    Draw,

    /// <summary>Company registration.</summary>
    Registered,

    /// <summary>Lapses, a column per step.</summary>
    Lapsed,

    /// <summary>How the winners' cases ended.</summary>
    Outcome,

    /// <summary>The result notices.</summary>
    Result,
}
