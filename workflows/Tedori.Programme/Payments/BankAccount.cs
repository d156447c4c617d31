using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Tedori.Programme.Payments;

/// <summary>
/// An account into which the money is paid (振込先口座). Whoever logs or writes it as text sees it masked.
/// </summary>
/// <param name="Bank">Code of the bank (金融機関コード), 4 digits.</param>
/// <param name="Branch">Number of the branch (店番), 3 digits.</param>
/// <param name="Kind">Kind of the account (預金種目).</param>
/// <param name="Number">Its number (口座番号), 7 digits, zeros in front.</param>
/// <param name="Holder">Who holds it (口座名義), as banks print it, at most 30 bytes.</param>
public sealed record BankAccount(string Bank, string Branch, AccountKind Kind, string Number, string Holder)
{
    /// <summary>Fewest bytes of the key of a fingerprint.</summary>
    public const int LeastKeyBytes = 32;

    private const string Purpose = "tedori-bank-account-1";

    /// <summary>The number with its last three digits only, for example ****567.</summary>
    [JsonIgnore]
    public string Masked => $"****{Number[^3..]}";

    /// <summary>
    /// The same for accounts with the same bank, branch, kind and number, whoever holds them: equal accounts are recognised
    /// by those who cannot read them. HMAC-SHA256; without the key it says nothing.
    /// </summary>
    /// <param name="key">The secret key, at least <see cref="LeastKeyBytes"/> bytes.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public Hash256 Fingerprint(ReadOnlySpan<byte> key)
    {
        if (key.Length < LeastKeyBytes)
            throw new ArgumentException($"The key has {key.Length} bytes, fewer than {LeastKeyBytes}.", nameof(key));
        var account = string.Create(CultureInfo.InvariantCulture, $"{Purpose}|{Bank}|{Branch}|{(int)Kind}|{Number}");
        return new(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(account)));
    }

    /// <summary>Masked, without the holder: it may stand in a log.</summary>
    public override string ToString() => $"{Bank}-{Branch} {Kind.Label()} {Masked}";
}
