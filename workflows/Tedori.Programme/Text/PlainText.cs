using System.Text;

namespace Tedori.Programme.Text;

/// <summary>Names, addresses and other texts that are shown as they were typed. Pure.</summary>
public static class PlainText
{
    /// <summary>
    /// The text with letters and marks in one character, without invisible characters, and without blanks around it.
    /// What nobody sees is empty. Marks of direction stay: <see cref="Fault"/> refuses them. A selector of a shape stays
    /// behind the character whose shape it selects.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (clean, shows) = (new StringBuilder(text.Length), false);
        foreach (var rune in text.EnumerateRunes())
        {
            var keeps = !Invisible.IsIgnorable(rune) || Invisible.TurnsDirection(rune)
                || (Invisible.ChoosesShape(rune) && shows);
            if (!keeps)
                continue;
            clean.Append(rune);
            shows = !Invisible.IsBlank(rune);
        }

        return Trimmed(Normalization.Compose(clean.ToString()));
    }

    /// <summary>
    /// The same without control characters and halves of surrogate pairs, for texts that are kept while they are typed.
    /// </summary>
    /// <param name="text">As posted.</param>
    /// <param name="lines">Whether line breaks stay.</param>
    public static string Draft(string text, bool lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var draft = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || (lines && rune.Value == '\n')))
                draft.Append(rune);
        }

        return Clean(draft.ToString());
    }

    /// <summary>Why a text cannot be taken whatever it says, or null.</summary>
    /// <param name="text">After <see cref="Clean"/>.</param>
    /// <param name="lines">Whether line breaks are taken.</param>
    public static Refusal? Fault(string text, bool lines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Invisible.TurnsDirection(rune))
                return new("textNotPlain", $"文字の向きを変える{CharacterName.Of(rune)}は使えません。消してください。");
            if (rune == Rune.ReplacementChar)
                return new("textNotPlain", $"読み取れない文字{CharacterName.Of(rune)}があります。入力し直してください。");
            if (Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\r'))
                return new("textNotPlain", $"{CharacterName.Of(rune)}は使えません。改行などの制御文字を除いてください。");
        }

        return null;
    }

    private static string Trimmed(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsBlank(text[from]))
            from++;
        while (to > from && IsBlank(text[to - 1]))
            to--;
        return text[from..to];
    }

    // Of what is ignorable only a selector is still there, and it belongs to the character before it.
    private static bool IsBlank(char c) =>
        Rune.TryCreate(c, out var rune) && Invisible.IsBlank(rune) && !Invisible.IsIgnorable(rune);
}
