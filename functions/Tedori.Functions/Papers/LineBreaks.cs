using System.Text;
using System.Text.RegularExpressions;

namespace Tedori.Functions.Papers;

/// <summary>
/// Breaks Japanese text into lines: anywhere but inside a word, number or date, never before what ends a phrase, never
/// between a date or time and the particle that belongs to it, and never inside a word of kana that only ends a phrase.
/// </summary>
internal static partial class LineBreaks
{
    private const string NeverFirst = "、。，．・：；？！)）]］}｝」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％,.:;?!";
    private const string NeverLast = "(（[［{｛「『【〈《〒";

    /// <summary>The lines.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Width of a line.</param>
    /// <param name="measure">The width of a text.</param>
    /// <param name="anywhere">Whether a word may be broken too, as a digest.</param>
    public static IReadOnlyList<string> Of(string text, double width, Func<string, double> measure, bool anywhere = false)
    {
        var (lines, line, used) = (new List<string>(), new StringBuilder(), 0d);
        foreach (var piece in Pieces(text, anywhere).SelectMany(p => Fitting(p, width, measure)))
        {
            var next = measure(piece);
            if (line.Length > 0 && used + next > width)
            {
                lines.Add(line.ToString().TrimEnd());
                (used, _) = (0, line.Clear());
                if (string.IsNullOrWhiteSpace(piece))
                    continue;
            }

            line.Append(piece);
            used += next;
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    // What is longer than a line gives up its particle, and a longer word is broken wherever the line ends.
    private static IEnumerable<string> Fitting(string piece, double width, Func<string, double> measure)
    {
        if (measure(piece) <= width)
            return [piece];
        return Tail().Match(piece) is { Success: true, Index: > 0 and var at }
            ? [.. Fitting(piece[..at], width, measure), piece[at..]]
            : piece.EnumerateRunes().Select(r => r.ToString());
    }

    private static IEnumerable<string> Pieces(string text, bool anywhere)
    {
        var piece = new StringBuilder();
        Rune? last = null;
        var (at, whole) = (0, Whole().Match(text));
        foreach (var rune in text.EnumerateRunes())
        {
            if (whole.Success && at >= whole.Index + whole.Length)
                whole = whole.NextMatch();
            var inside = whole.Success && at > whole.Index;
            if (last is { } before && piece.Length > 0 && (anywhere || (!inside && MayBreak(before, rune))))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
            last = rune;
            at += rune.Utf16SequenceLength;
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static bool MayBreak(Rune before, Rune after) =>
        !(IsOfWord(before) && IsOfWord(after)) && !Is(NeverFirst, after) && !Is(NeverLast, before);

    private static bool IsOfWord(Rune rune) => rune is { IsAscii: true } && !Rune.IsWhiteSpace(rune);

    private static bool Is(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);

    // Nobody reads a day well whose month stands at the end of the line before, nor 17:00ま / で. A particle goes with the day,
    // the time or the count before it; words that only end a phrase stay whole wherever they stand.
    private const string Particle = "(までに|まで|からの|から|より|以降|以前|以後|以内|の|に|は|を|と|が)";

    [GeneratedRegex(
        @"(((明治|大正|昭和|平成|令和)?(元|\d{1,4})年)?\d{1,2}月\d{1,2}日(\([月火水木金土日]\))?"
        + @"|\d{1,2}(:\d{2}|時(\d{1,2}分)?)|[\d,]+(人以[上下]|営業日|か月|項目|円|社|日|人|回|件|分|年|月|時間))" + Particle
        + "?|まで|から|より|です|ました|ます|ません|ください|について|により|による|として",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(Particle + "[、。)]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();
}
