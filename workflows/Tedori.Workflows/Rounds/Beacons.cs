using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Lottery;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The beacons of the office: the one of the platform, and the witnessed one where two people announced it beforehand,
/// or where the platform's has not answered until the announced time of the fallback.
/// </summary>
public sealed class Beacons(IBeacon platform, WitnessService witnesses, IClock clock)
{
    /// <summary>
    /// How long after its due time the platform's beacon is waited for before a witnessed value may decide.
    /// </summary>
    public static readonly Duration Patience = Duration.FromHours(24);

    /// <summary>Which value decides a draw.</summary>
    public async Task<BeaconPledge> AnnounceAsync(
        RoundId round, int draw, Instant notBefore, CancellationToken cancellation = default)
    {
        if (await witnesses.PlannedAsync(round, draw, cancellation) is { } planned && planned.Due >= notBefore)
            return planned;
        var pledge = platform.Announce(round, draw, notBefore);
        return pledge with { FallbackFrom = pledge.Due + Patience, Bound = true };
    }

    /// <summary>The value that was announced, or null while there is none.</summary>
    public async Task<BeaconValue?> ValueAsync(
        RoundId round, int draw, BeaconPledge pledge, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pledge);
        if (pledge.Kind == BeaconPledge.Witnessed)
            return await witnesses.ValueAsync(round, draw, cancellation);
        if (await platform.ValueAsync(round, draw, pledge, cancellation) is { } value)
            return value;
        return pledge.FallbackFrom <= clock.GetCurrentInstant()
            ? await witnesses.ValueAsync(round, draw, cancellation)
            : null;
    }
}
