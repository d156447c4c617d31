using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Gives the secret of which the salts of a round's list are made. It is kept with the round and never published.
/// </summary>
public interface ISealingSecrets
{
    /// <summary>At least 16 bytes that nobody outside the office can guess.</summary>
    byte[] SecretOf(RoundId round);
}
