using System.Text;

namespace Tedori.Programme.Text;

/// <summary>Characters that nobody sees. Two texts that differ only in them look the same. Pure.</summary>
public static class Invisible
{
    /// <summary>
    /// Whether a character is shown as nothing where it is not understood (Default_Ignorable_Code_Point): joiners,
    /// marks of direction, selectors of variants, fillers, tags.
    /// </summary>
    public static bool IsIgnorable(Rune rune) => rune.Value is 0xAD or 0x34F or 0x61C or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0x115F and <= 0x1160) or (>= 0x17B4 and <= 0x17B5) or (>= 0x180B and <= 0x180F)
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Whether a character turns the direction of writing, so that a text reads as another one.</summary>
    public static bool TurnsDirection(Rune rune) => rune.Value is 0x61C or 0x200E or 0x200F
        or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Whether a character leaves no ink: white space, what is ignorable, the empty Braille pattern.</summary>
    public static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || IsIgnorable(rune) || rune.Value == 0x2800;

    /// <summary>
    /// Whether a character chooses among the shapes of the one before it, as 葛 has two: people do write their names so.
    /// </summary>
    public static bool ChoosesShape(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>The text without ignorable characters.</summary>
    public static string Drop(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsIgnorable(rune))
                seen.Append(rune);
        }

        return seen.Length == text.Length ? text : seen.ToString();
    }
}
