using NodaTime;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The counter of a round. Every entry replaces it, and so does the sealing: an entry therefore is either in the sealed
/// list or was never acknowledged. Storage format.
/// </summary>
/// <param name="Next">
/// The next serial number. Numbers are left out where the counter may be older than it was: see <see cref="ReceiptNumbers"/>.
/// </param>
/// <param name="Sealed">Whether the list is frozen.</param>
/// <param name="Digest">Digest of the last position, or null before the first entry.</param>
public sealed record CounterRow(int Next, bool Sealed, string? Digest = null)
{
    /// <summary>
    /// Until when the list must not be frozen, because two people moved the window; null where they did not. Whoever moves
    /// it and whoever freezes the list replace this row, so one of them comes too late and knows it.
    /// </summary>
    public Instant? Closes { get; init; }

    /// <summary>Before the first entry.</summary>
    public static readonly CounterRow Start = new(1, false);
}
