namespace Tedori.Programme.Lottery;

/// <summary>Why places move from one account to another. Names are storage format.</summary>
public enum PlaceCause
{
    /// <summary>The plan of the programme gives a round its places (guideline 1(4)(ア)).</summary>
    Planned,

    /// <summary>Staff carried places that nobody had entered for to a later round.</summary>
    CarriedUnfilled,

    /// <summary>Staff carried places that were given back to a later round.</summary>
    CarriedReturned,

    /// <summary>Companies were drawn.</summary>
    Won,

    /// <summary>There were fewer entries than places.</summary>
    Unfilled,

    /// <summary>The company declined (辞退).</summary>
    Declined,

    /// <summary>The company retracted (撤回).</summary>
    Retracted,

    /// <summary>The company abandoned the work (中止).</summary>
    Abandoned,

    /// <summary>The eligibility review failed (不通過).</summary>
    Ineligible,

    /// <summary>The company held a place of another round when it was to be told that it was drawn.</summary>
    WonElsewhere,

    /// <summary>A deadline passed (期限徒過).</summary>
    Lapsed,

    /// <summary>A lapse was undone, and its place was still there.</summary>
    Reinstated,

    /// <summary>
    /// A lapse was undone, but its place had been given on: the plan gives one more, so that nobody loses by it.
    /// </summary>
    ReinstatedBeyondPlan,

    /// <summary>The next of the ranking got a place that was given back (繰上当選).</summary>
    Promoted,
}
