using System.Security.Cryptography;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>Secrets from the random numbers of the operating system.</summary>
public sealed class RandomSecrets : ISealingSecrets
{
    /// <inheritdoc/>
    public byte[] SecretOf(RoundId round) => RandomNumberGenerator.GetBytes(32);
}
