using Tedori.Programme.Lottery;

namespace Tedori.Functions.Azure.Beacon;

/// <summary>What a relay answers for one round.</summary>
internal sealed record DrandAnswer(long Round, string? Randomness, string? Signature)
{
    /// <summary>Why it cannot be used, or null where round, lengths and digest hold.</summary>
    public string? Judge(long number)
    {
        if (Round != number)
            return $"It is round {Round}.";
        if (Signature is null || Signature.Length != 2 * DrandChain.SignatureLength
            || !Signature.All(char.IsAsciiHexDigitLower))
            return $"The signature is not {DrandChain.SignatureLength} bytes in lower-case hexadecimal digits.";
        return new BeaconValue(BeaconPledge.Drand, Convert.FromHexString(Signature)).Randomness.ToString() == Randomness
            ? null
            : "The randomness is not the SHA-256 of the signature.";
    }
}
