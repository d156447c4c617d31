namespace Tedori.Functions.Applicants.MyCase;

/// <summary>Where a step of the path stands.</summary>
public enum TimelineState
{
    /// <summary>Over.</summary>
    Done,

    /// <summary>The case stands there.</summary>
    Now,

    /// <summary>To come.</summary>
    Later,

    /// <summary>The case ended before.</summary>
    Skipped,
}
