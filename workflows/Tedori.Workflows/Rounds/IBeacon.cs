using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Lottery;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// A source of the values that decide draws. Nobody knows a value before it is due; which one decides is announced
/// before.
/// </summary>
public interface IBeacon
{
    /// <summary>Which value decides: the first one that comes to exist at or after an instant.</summary>
    /// <param name="round">The round that is drawn.</param>
    /// <param name="draw">Number of its draw, from 1.</param>
    /// <param name="notBefore">The earliest instant at which it may come to exist; later than now.</param>
    BeaconPledge Announce(RoundId round, int draw, Instant notBefore);

    /// <summary>The value that was announced, or null while it does not exist or cannot be had.</summary>
    /// <param name="round">The round that is drawn.</param>
    /// <param name="draw">Number of its draw, from 1.</param>
    /// <param name="pledge">What was announced for it.</param>
    /// <param name="cancellation">Ends the wait for a remote beacon.</param>
    Task<BeaconValue?> ValueAsync(
        RoundId round, int draw, BeaconPledge pledge, CancellationToken cancellation = default);
}
