using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Beacon;

/// <summary>The source of the value that decides a draw, which nobody knows before it is due.</summary>
public interface IBeacon
{
    /// <summary>The value for this round, 32 bytes, or null while it does not exist yet.</summary>
    /// <param name="round">The round that is drawn.</param>
    /// <param name="due">When the value comes to exist.</param>
    /// <param name="cancellation">Ends the wait for a remote beacon.</param>
    Task<byte[]?> ValueAsync(RoundId round, Instant due, CancellationToken cancellation = default);
}
