using System.Text;

namespace Tedori.Programme.Text;

/// <summary>What every reader of numbers, dates, addresses and ids does first. Pure.</summary>
public static class TypedText
{
    /// <summary>
    /// One width, one blank, nothing invisible, nothing around it. A mark that turns the direction stays where it stands
    /// inside, so that it is refused: what it shows is not what would be read.
    /// </summary>
    public static string Narrow(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var narrow = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Invisible.IsIgnorable(rune) && !Invisible.TurnsDirection(rune))
                continue;
            narrow.Append(Invisible.IsBlank(rune) && !Invisible.TurnsDirection(rune) ? " " : rune.ToString());
        }

        // Afterwards, because a mark may have stood behind something invisible.
        return Trimmed(WidthFolding.Fold(narrow.ToString()));
    }

    /// <summary>The first character that is none of those, or null.</summary>
    internal static Rune? Foreign(string text, string known)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !known.Contains((char)rune.Value, StringComparison.Ordinal))
                return rune;
        }

        return null;
    }

    // Address books put marks of direction around what is copied from them: there they turn nothing.
    private static string Trimmed(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsEdge(text[from]))
            from++;
        while (to > from && IsEdge(text[to - 1]))
            to--;
        return text[from..to];
    }

    private static bool IsEdge(char c) => c == ' ' || (Rune.TryCreate(c, out var rune) && Invisible.TurnsDirection(rune));
}
