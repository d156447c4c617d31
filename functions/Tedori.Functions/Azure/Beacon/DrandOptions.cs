namespace Tedori.Functions.Azure.Beacon;

/// <summary>Where the values of drand are fetched. The chain itself is pinned in the code.</summary>
public sealed record DrandOptions
{
    /// <summary>
    /// Relays of the League of Entropy, tried in turn: the first two of different operators, since two must agree.
    /// </summary>
    public IReadOnlyList<Uri> Relays { get; init; } =
    [
        new("https://api.drand.sh"), new("https://drand.cloudflare.com"), new("https://api2.drand.sh"),
        new("https://api3.drand.sh"),
    ];

    /// <summary>How long one relay may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often all relays are tried before the answer is "not yet"; the round asks again a minute later.
    /// </summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Pause before the relays are tried again.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);
}
