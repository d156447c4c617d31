using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tedori.Functions.Papers;

/// <summary>
/// The same document as the same bytes. The library draws names of font subsets and identifiers at random each time; here
/// they follow from the content. What is replaced keeps its length, so that no offset of the file moves.
/// </summary>
internal static partial class SettledPdf
{
    /// <summary>The file with its own identifiers.</summary>
    public static byte[] Of(byte[] written)
    {
        // One character a byte.
        var text = Encoding.Latin1.GetString(written);
        foreach (var (n, name) in Subset().Matches(text).Select(m => m.Groups[1].Value).Distinct().Index())
            text = text.Replace($"/{name}+", $"/TEDOR{(char)('A' + (n % 26))}+", StringComparison.Ordinal);
        text = Uuid().Replace(text, m => new string('0', m.Length));
        text = Identifier().Replace(text, m => new string('0', m.Length));
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..32];
        text = text.Replace($"<{new string('0', 32)}>", $"<{digest}>", StringComparison.Ordinal);
        text = text.Replace($"uuid:{new string('0', 36)}", $"uuid:{new Guid(Convert.FromHexString(digest)):D}", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex(@"/FontName/([A-Z]{6})\+")]
    private static partial Regex Subset();

    [GeneratedRegex("(?<=uuid:)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=<)")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"(?<=/ID\[<)[0-9A-F]{32}(?=><)|(?<=/ID\[<[0-9A-F]{32}><)[0-9A-F]{32}(?=>\])")]
    private static partial Regex Identifier();
}
