namespace Tedori.Programme.Plans;

/// <summary>
/// When the chamber spreads the word (周知啓発) about an occasion of every round: business days of the office before its
/// day, counted from the day before. Our addition to the plan, which names the channels and no days.
/// </summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Newsletter">For the newsletter (メールマガジン).</param>
/// <param name="Newspaper">For 東商新聞: when its text has to be handed in.</param>
/// <param name="Leaflet">For what advisers (経営指導員) hand out.</param>
public sealed record KitRule(KitOccasion Occasion, int Newsletter, int Newspaper, int Leaflet);

/// <summary>A day of a round that companies must not miss. Names stand in addresses: they are never renamed.</summary>
public enum KitOccasion
{
    /// <summary>The first day of the pre-entry.</summary>
    Opening,

    /// <summary>The last day of the pre-entry.</summary>
    Closing,

    /// <summary>The deadline of the company registration.</summary>
    Company,

    /// <summary>The deadline of the project registration.</summary>
    Project,

    /// <summary>The last day of the implementation without a wage raise.</summary>
    Implementation,

    /// <summary>The deadline of the claim without a wage raise.</summary>
    Claim,

    /// <summary>The last day of the implementation with a wage raise.</summary>
    WageImplementation,

    /// <summary>The deadline of the claim with a wage raise.</summary>
    WageClaim,
}
