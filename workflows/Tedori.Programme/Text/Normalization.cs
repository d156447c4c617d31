using System.Text;
using Tedori.Programme.Text.Unicode;

namespace Tedori.Programme.Text;

/// <summary>
/// One writing for what Unicode holds to be the same text, on every machine. In place of
/// <c>string.Normalize</c>, which leaves the text as it is where globalization is invariant. Pure.
/// </summary>
public static class Normalization
{
    /// <summary>
    /// Letters and their marks in one character where there is one (form C): <c>ハ</c> and <c>゛</c> are <c>バ</c>.
    /// </summary>
    /// <param name="text">Any text; half of a surrogate pair becomes U+FFFD.</param>
    public static string Compose(string text) => Of(text, compatible: false);

    /// <summary>
    /// Besides, one writing for width, circled, squared and raised characters (form KC): <c>Ａ</c> is <c>A</c>,
    /// <c>㈱</c> is <c>(株)</c>. Not for what is shown to people: it loses what they chose.
    /// </summary>
    /// <param name="text">Any text; half of a surrogate pair becomes U+FFFD.</param>
    public static string Fold(string text) => Of(text, compatible: true);

    private static string Of(string text, bool compatible)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!UnicodeTables.IsInert(rune.Value, compatible) || Hangul.Follows(rune.Value)
                || rune == Rune.ReplacementChar)
                return Composed(Ordered(text, compatible));
        }

        return text;
    }

    private static List<int> Ordered(string text, bool compatible)
    {
        var codes = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            codes.AddRange(Hangul.PartsOf(rune.Value) ?? UnicodeTables.PartsOf(rune.Value, compatible) ?? [rune.Value]);
        for (var at = 0; at < codes.Count;)
        {
            var marks = codes.Skip(at).TakeWhile(c => UnicodeTables.ClassOf(c) > 0).Count();
            if (marks > 1)
                Sort(codes, at, marks);
            at += marks + 1;
        }

        return codes;
    }

    // Marks of one letter stand in the order of their classes; those of one class keep the order in which they came.
    private static void Sort(List<int> codes, int from, int count)
    {
        foreach (var (mark, at) in codes.GetRange(from, count).OrderBy(UnicodeTables.ClassOf).Select((m, i) => (m, i)))
            codes[from + at] = mark;
    }

    private static string Composed(List<int> codes)
    {
        var (composed, starter, last) = (new List<int>(codes.Count), -1, 0);
        foreach (var code in codes)
        {
            var order = UnicodeTables.ClassOf(code);
            var adjacent = starter == composed.Count - 1;
            if (starter >= 0 && (adjacent || (last < order && last > 0))
                && (Hangul.Pair(composed[starter], code) ?? UnicodeTables.Pair(composed[starter], code)) is { } pair)
            {
                composed[starter] = pair;
                continue;
            }

            composed.Add(code);
            (starter, last) = order == 0 ? (composed.Count - 1, 0) : (starter, order);
        }

        return Joined(composed);
    }

    private static string Joined(List<int> codes)
    {
        var text = new StringBuilder(codes.Count);
        foreach (var code in codes)
            text.Append(new Rune(code));
        return text.ToString();
    }
}
