using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Workflows.Rounds;

namespace Tedori.Local.Beacon;

/// <summary>Secrets for simulation: the same seed gives the same leaves. Never for real entries.</summary>
public sealed class SeededSecrets(long seed) : ISealingSecrets
{
    /// <inheritdoc/>
    public byte[] SecretOf(RoundId round) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"tedori simulation secret|{seed}|{round}")));
}
