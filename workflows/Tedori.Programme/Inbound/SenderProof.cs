using System.Text.Json.Serialization;

namespace Tedori.Programme.Inbound;

/// <summary>
/// What the mail server that received a mail found out about its sender (送信ドメイン認証). Storage format. Values as it wrote
/// them, in lower case, for example <c>pass</c>, <c>fail</c>, <c>none</c>; null where it did not say.
/// </summary>
/// <param name="Spf">Whether the machine that sent it may send for the domain of the envelope.</param>
/// <param name="Dkim">Whether a signature of a domain holds.</param>
/// <param name="Dmarc">Whether one of the two is of the domain that the reader sees.</param>
public sealed record SenderProof(string? Spf, string? Dkim, string? Dmarc)
{
    /// <summary>Nothing was said.</summary>
    public static readonly SenderProof None = new(null, null, null);

    /// <summary>Whether the address that the reader sees is likely not the one who sent it.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Dmarc == "fail" || (Dmarc != "pass" && Spf is "fail" or "softfail" && Dkim != "pass");
}
