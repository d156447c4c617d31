using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Workflows.Beacon;

namespace Tedori.Local.Beacon;

/// <summary>A beacon for simulation: everybody who knows the seed knows its values in advance. Never for a real draw.</summary>
public sealed class SeededBeacon(long seed, IClock clock) : IBeacon
{
    /// <inheritdoc/>
    public Task<byte[]?> ValueAsync(RoundId round, Instant due, CancellationToken cancellation = default) =>
        Task.FromResult(clock.GetCurrentInstant() < due
            ? null
            : SHA256.HashData(Encoding.UTF8.GetBytes($"tedori simulation|{seed}|{round}")));
}
