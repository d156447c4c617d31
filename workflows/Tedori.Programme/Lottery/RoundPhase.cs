namespace Tedori.Programme.Lottery;

/// <summary>How far a round is. In order; names are storage format.</summary>
public enum RoundPhase
{
    /// <summary>Its window has not opened.</summary>
    Scheduled,

    /// <summary>It takes entries, or still drains those received in time.</summary>
    Open,

    /// <summary>Its list is frozen.</summary>
    Sealed,

    /// <summary>It is drawn; the result waits for staff.</summary>
    Drawn,

    /// <summary>The result is released and goes out to the cases.</summary>
    Released,

    /// <summary>Every case has its result.</summary>
    Published,
}
