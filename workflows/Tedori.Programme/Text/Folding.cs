using System.Text;

namespace Tedori.Programme.Text;

/// <summary>
/// One key for what reads the same: invisible characters, width, composition, dashes, case and runs of blanks make no
/// difference. For comparing and finding, never for showing. Pure.
/// </summary>
public static class Folding
{
    /// <summary>The key. Folding it again changes nothing.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Some capitals compose otherwise than their small letters, so that the second pass is needed.
        return Blanks(Dashes.Fold(Pass(Pass(Invisible.Drop(text)))));
    }

    // What Japanese keyboards type for the wave is two characters of Unicode, by the system that they are of.
    private static string Pass(string text) =>
        Invisible.Drop(Normalization.Fold(text)).Replace('〜', '~').ToUpperInvariant();

    private static string Blanks(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Invisible.IsBlank(rune))
                folded.Append(rune);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ');
    }
}
