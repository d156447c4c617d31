using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Tests.Notices;

/// <summary>One thing that a mail must not show.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Text">Where.</param>
internal sealed record LintFinding(string Rule, string Text);

/// <summary>
/// Reads a mail as a company does and names what no company should see: places that nothing filled, labels without anything behind
/// them, deadlines that are over, digests, codes, sentences of more than 100 wide characters, lines that a mail program breaks.
/// </summary>
internal static partial class NoticeLint
{
    public const string Unfilled = "unfilled";
    public const string EmptyLabel = "empty label";
    public const string PastDate = "past date";
    public const string Digest = "digest";
    public const string Code = "code";
    public const string LongSentence = "long sentence";
    public const string WideLine = "wide line";

    private const int MostColumns = 78;

    // A wide character takes two columns, so that English may have twice as many letters.
    private const int MostSentenceColumns = 200;

    private static readonly string[] DeadlineLabels =
        ["期限", "取組期限", "支給申請の期限", "受付の終了", "取組の期限", "受付の終わり", "Deadline", "Deadline for the measures", "Claim deadline", "Closes"];

    private static readonly HashSet<string> Names =
    [
        .. new[] { typeof(NoticeKind), typeof(Step), typeof(Outcome), typeof(Track) }.SelectMany(Enum.GetNames)
            .Where(n => n.Skip(1).Any(char.IsUpper)),
    ];

    /// <summary>What is wrong with the text form.</summary>
    /// <param name="text">It.</param>
    /// <param name="day">The day on which it leaves, Asia/Tokyo.</param>
    public static IReadOnlyList<LintFinding> OfText(string text, LocalDate day)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return
        [
            .. lines.Where(l => ColumnsOf(l) > MostColumns && !IsAddress(l)).Select(l => new LintFinding(WideLine, l)),
            .. lines.Zip(lines.Append("").Skip(1)).Where(p => p.First is { Length: <= 40 } and [not ('・' or ' '), .., ':'] && p.Second is not ['・' or ' ', ..])
                .Select(p => new LintFinding(EmptyLabel, p.First)),
            .. Blocks(lines).SelectMany(b => OfBlock(b, day)),
        ];
    }

    /// <summary>What is wrong with the HTML form.</summary>
    public static IReadOnlyList<LintFinding> OfHtml(string html, LocalDate day)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return
        [
            .. document.QuerySelectorAll("tr").Where(r => r.Children.Any(c => string.IsNullOrWhiteSpace(c.TextContent)))
                .Select(r => new LintFinding(EmptyLabel, r.TextContent.Trim())),
            .. document.QuerySelectorAll("body p, body li, body td, body tr").Where(e => !e.Matches("td:has(li)") && !e.Matches("tr:has(li)"))
                .SelectMany(TextsOf).SelectMany(t => OfBlock(t, day)).Distinct(),
        ];
    }

    private static IEnumerable<LintFinding> OfBlock(string block, LocalDate day)
    {
        var words = string.Join('\n', block.Split('\n').Where(l => !IsAddress(l)));
        if (Place().IsMatch(words))
            yield return new(Unfilled, block);
        if (Hex().IsMatch(words))
            yield return new(Digest, block);
        if (Camel().IsMatch(words) || Word().Matches(words).Any(m => Names.Contains(m.Value)))
            yield return new(Code, block);
        if (IsDeadline(words) && Dates(words).Any(d => d < day))
            yield return new(PastDate, block);
        foreach (var sentence in Sentence().Matches(Joined(words)).Select(m => m.Value).Where(s => ColumnsOf(s) > MostSentenceColumns))
            yield return new(LongSentence, sentence);
    }

    // English is wrapped at a blank, Japanese anywhere.
    private static string Joined(string wrapped) => Wrapped().Replace(wrapped, " ").Replace("\n", "", StringComparison.Ordinal);

    // A row of the table by its label, and what is asked for by a day.
    private static bool IsDeadline(string text) => DeadlineLabels.Any(l => text.StartsWith($"{l}:", StringComparison.Ordinal))
        || Asked().IsMatch(text);

    private static IEnumerable<LocalDate> Dates(string text) => JapaneseDay().Matches(text)
        .Select(m => new LocalDate((m.Groups["year"].Value == "元" ? 1 : Number(m, "year")) + 2018, Number(m, "month"), Number(m, "day")))
        .Concat(EnglishDay().Matches(text).Select(m => LocalDate.FromDateTime(DateTime.ParseExact(m.Value, "d MMMM yyyy", CultureInfo.InvariantCulture))));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // What a wrapped line goes on with stands indented or begins no label, no item and no paragraph.
    private static IEnumerable<string> Blocks(IEnumerable<string> lines)
    {
        var (block, signed) = (new List<string>(), false);
        foreach (var line in lines.Append(""))
        {
            signed |= line == "--";
            if (block.Count > 0 && (signed || line.Length == 0 || line[0] == '・' || Label().IsMatch(line)))
            {
                yield return string.Join('\n', block);
                block.Clear();
            }

            if (line.Length > 0)
                block.Add(line.TrimStart(' '));
        }
    }

    private static IEnumerable<string> TextsOf(IElement element)
    {
        if (element.LocalName == "tr")
            return [string.Join(": ", element.Children.Select(c => c.TextContent.Trim()))];
        foreach (var end in element.QuerySelectorAll("br"))
            end.TextContent = "\n";
        return element.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool IsAddress(string line) => line.Contains("://", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal);

    private static int ColumnsOf(string text) => text.EnumerateRunes().Sum(r => r.Value is < 0x100 or (>= 0xff61 and <= 0xff9f) ? 1 : 2);

    [GeneratedRegex(@"\{[A-Za-z0-9_]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[0-9a-fA-F]{32,}")]
    private static partial Regex Hex();

    [GeneratedRegex(@"(?<![A-Za-z])([a-z]+[A-Z][A-Za-z]*|[A-Z][a-z]+([A-Z][a-z]+)+)(?![A-Za-z])", RegexOptions.ExplicitCapture)]
    private static partial Regex Camel();

    [GeneratedRegex(@"(?<=[\x21-\x7e])\n(?=[\x21-\x7e])")]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"((?!\. )([^。]|\([^)]*\)|「[^」]*」))+(。|\. )?", RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"まで(に|の消印で)、.*ください。|^Please .* (by|postmarked) ", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^[^\s・。、:「][^。、:「]{0,30}: ?")]
    private static partial Regex Label();

    [GeneratedRegex(@"令和(?<year>\d+|元)年(\(\d{4}年\))?(?<month>\d+)月(?<day>\d+)日", RegexOptions.ExplicitCapture)]
    private static partial Regex JapaneseDay();

    [GeneratedRegex(@"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b", RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishDay();
}
