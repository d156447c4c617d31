using System.Globalization;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Development;

/// <summary>
/// A beacon for simulation: everybody who knows the seed knows its values in advance. Never for a real draw.
/// </summary>
public sealed class SeededBeacon(long seed, IClock clock) : IBeacon
{
    private const string Source = "tedori simulation";

    /// <inheritdoc/>
    public BeaconPledge Announce(RoundId round, int draw, Instant notBefore) =>
        new(BeaconPledge.Simulated, Source, draw, notBefore);

    /// <inheritdoc/>
    public Task<BeaconValue?> ValueAsync(
        RoundId round, int draw, BeaconPledge pledge, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pledge);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Source}|{seed}|{round}|{draw}");
        return Task.FromResult(clock.GetCurrentInstant() < pledge.Due
            ? null
            : new BeaconValue(BeaconPledge.Simulated, Encoding.UTF8.GetBytes(text)));
    }
}
