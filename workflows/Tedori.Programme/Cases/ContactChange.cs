using NodaTime;

namespace Tedori.Programme.Cases;

/// <summary>A change of contact that waits for its confirmations. Storage format.</summary>
/// <param name="Number">Number of the change within the case, from 1.</param>
/// <param name="Contact">The contact to come.</param>
/// <param name="Confirmed">The addresses that confirmed it.</param>
public sealed record ContactChange(int Number, Contact Contact, IReadOnlyList<ContactSide> Confirmed)
{
    /// <summary>How long the links by which it is confirmed work from when it was asked for.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(7);

    /// <summary>When it was asked for; null in states written before it was kept.</summary>
    public Instant? At { get; init; }

    /// <summary>
    /// Whether it is still waited for at an instant: so long as its links work, counted from when it was asked for. A link
    /// in a mail that left later works as much longer, and still confirms it.
    /// </summary>
    public bool IsOpenAt(Instant now) => At is not { } at || now < at + Lifetime;
}
