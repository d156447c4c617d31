using NodaTime;

namespace Tedori.Programme.Access;

/// <summary>What a signed link is good for at an instant.</summary>
public abstract record LinkVerdict
{
    private LinkVerdict()
    {
    }

    /// <summary>It does what it was made for.</summary>
    public sealed record Valid : LinkVerdict;

    /// <summary>Its signature does not hold: it was cut off, changed or made up, and nothing is known of it.</summary>
    public sealed record Unreadable : LinkVerdict;

    /// <summary>Its time is over.</summary>
    /// <param name="Until">From when on, inclusive.</param>
    public sealed record Expired(Instant Until) : LinkVerdict;

    /// <summary>It was voided, alone or with all links of its case.</summary>
    public sealed record Revoked : LinkVerdict;
}
