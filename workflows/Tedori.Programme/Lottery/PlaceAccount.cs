namespace Tedori.Programme.Lottery;

/// <summary>
/// Where the places of a round can be. Every posting takes them from one account to another. Names are storage format.
/// </summary>
public enum PlaceAccount
{
    /// <summary>The programme's plan (予定社数): where places come from, so its balance is 0 or below.</summary>
    Plan,

    /// <summary>To be drawn for in this round.</summary>
    Offered,

    /// <summary>Held by a company that was drawn.</summary>
    Held,

    /// <summary>Given back by a company that left, failed or lapsed.</summary>
    Returned,

    /// <summary>Drawn for, but there was no entry.</summary>
    Unfilled,
}
