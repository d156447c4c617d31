namespace Tedori.Functions.Staff.Today;

/// <summary>What a line of the first page is about.</summary>
public enum TodayKind
{
    /// <summary>The system does not run as it should.</summary>
    System,

    /// <summary>A result is to go out by the seventh business day.</summary>
    Result,

    /// <summary>A drawn result waits for two people.</summary>
    Draw,

    /// <summary>A proposal waits for the member.</summary>
    Proposal,

    /// <summary>A review waits.</summary>
    Review,

    /// <summary>A company has to answer a correction.</summary>
    Correction,

    /// <summary>A deadline is over and the post is waited for.</summary>
    Post,

    /// <summary>A mail came back or nobody knows what became of it.</summary>
    Mail,

    /// <summary>Anything else on the office's list.</summary>
    Task,
}
