using System.Text;
using Tedori.Functions.Papers;

namespace Tedori.Functions.Mail;

/// <summary>
/// Lines of a mail in plain text: at most 78 columns, as RFC 5322 asks for, where a character that Japanese writes wide
/// takes two.
/// </summary>
internal static class TextLines
{
    private const int Most = 78;

    /// <summary>The lines of a text.</summary>
    /// <param name="text">It; a line feed in it begins a new line.</param>
    /// <param name="first">What stands before its first line.</param>
    /// <param name="others">What stands before the others: as many blanks.</param>
    public static IEnumerable<string> Of(string text, string first = "", string others = "") => text
        .ReplaceLineEndings("\n").Split('\n')
        .SelectMany(line => LineBreaks.Of(line, Most - Math.Max(ColumnsOf(first), ColumnsOf(others)), t => ColumnsOf(t)))
        .Select((line, i) => (i == 0 ? first : others) + line);

    /// <summary>How many columns a text takes.</summary>
    public static int ColumnsOf(string text) => text.EnumerateRunes().Sum(ColumnsOf);

    // What is narrow: ASCII, Latin-1 but for what Japanese fonts draw wide, and half-width kana.
    private static int ColumnsOf(Rune rune) => rune.Value is < 0x80 or (>= 0xff61 and <= 0xffdc) ? 1 : 2;
}
