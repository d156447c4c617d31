using System.Globalization;
using System.Text;

namespace Tedori.Programme.Text;

/// <summary>Names a character in a refusal, so that it is found where nobody sees it.</summary>
internal static class CharacterName
{
    /// <summary>For example 「ー」(U+30FC) or 見えない文字(U+200B).</summary>
    public static string Of(Rune rune)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"(U+{rune.Value:X4})");
        if (Invisible.IsIgnorable(rune))
            return $"見えない文字{code}";
        if (Rune.IsControl(rune))
            return rune.Value is '\n' or '\r' ? $"改行{code}" : $"制御文字{code}";
        return Invisible.IsBlank(rune) ? $"空白{code}" : $"「{rune}」{code}";
    }
}
