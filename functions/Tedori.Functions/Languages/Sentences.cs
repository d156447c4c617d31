using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Tedori.Functions.Languages;

/// <summary>
/// Translates finished sentences. The rules know no language: what they refuse and what they explain comes as a Japanese
/// sentence with its values in it, and is found by the phrase whose places the values fill.
/// </summary>
public static partial class Sentences
{
    private static readonly FrozenDictionary<string, IReadOnlyList<Pattern>> Read =
        Language.All.Where(l => !l.Binds).ToFrozenDictionary(l => l.Code, Patterns);

    /// <summary>The sentence in the language of the reader; as it is where it has no translation.</summary>
    /// <param name="sentence">It in Japanese.</param>
    public static string Of(string sentence) => Find(sentence) ?? sentence;

    /// <summary>The sentence, or several of them, in the language of the reader; null where it has no translation, and in Japanese.</summary>
    /// <param name="sentence">It in Japanese.</param>
    public static string? Find(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Language.Current.Binds || !sentence.Any(JapaneseText.IsJapanese)
            ? null
            : Phrases.Find(sentence) ?? DateOf(sentence) ?? YenOf(sentence) ?? Several(sentence) ?? Listed(sentence)
                ?? OfField(sentence) ?? Shaped(sentence) ?? Numbered(sentence);
    }

    // What is said of a field stands behind its name, and is a sentence of its own.
    private static string? OfField(string sentence) =>
        sentence is ['「', ..] && sentence.IndexOf("」は", StringComparison.Ordinal) is > 0 and var end && Find(sentence[(end + 2)..]) is { } rest
            ? Phrases.Complete(Phrases.Find("「{0}」は{1}")!, place => place == 0 ? Of(sentence[1..end]) : rest)
            : null;

    // A phrase is tried whose first and last words the sentence has: there are hundreds, and a form has hundreds of sentences.
    private static string? Shaped(string sentence)
    {
        foreach (var pattern in Read[Language.Current.Code])
        {
            if (sentence.StartsWith(pattern.First, StringComparison.Ordinal) && sentence.EndsWith(pattern.Last, StringComparison.Ordinal)
                && pattern.Shape.Match(sentence) is { Success: true } match)
                return Phrases.Complete(pattern.Translation, place => Of(match.Groups[$"p{place}"].Value));
        }

        return null;
    }

    // Rules put their sentences one behind the other; all of them are translated or none is.
    private static string? Several(string text)
    {
        var sentences = Whole().Matches(text).Select(m => m.Value).ToList();
        if (sentences.Count < 2 || sentences.Sum(s => s.Length) != text.Length)
            return null;
        var said = sentences.Select(s => s.Any(JapaneseText.IsJapanese) ? Find(s) : s).ToList();
        return said.Contains(null) ? null : string.Join(Language.Current.Html == Language.Japanese.Html ? "" : " ", said);
    }

    // The number of an item stands before what is said of it: ①フレックスタイム制.
    private static string? Numbered(string text) =>
        text[0] is >= '\u2460' and <= '\u2473' && Find(text[1..]) is { } rest
            ? $"{text[0]}{(Language.Current.Html == Language.Japanese.Html ? "" : " ")}{rest}"
            : null;

    // 1人目、3人目, and kinds of files.
    private static string? Listed(string text)
    {
        var parts = text.Split('、');
        return parts.Length > 1 && parts.All(p => Counted().IsMatch(p) || !p.Any(JapaneseText.IsJapanese))
            ? string.Join(Phrases.Find("、"), parts.Select(Of))
            : null;
    }

    private static string? YenOf(string text) =>
        WrittenYen().Match(text) is { Success: true } match
            ? Written.Yen(long.Parse(match.Groups["yen"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
            : null;

    private static string? DateOf(string text)
    {
        if (WesternDate().Match(text) is { Success: true } western)
        {
            return Language.Current == Language.English
                ? new LocalDate(Number(western, "year"), Number(western, "month"), Number(western, "day"))
                    .ToString("d MMMM uuuu", CultureInfo.InvariantCulture)
                : text;
        }

        if (WrittenDate().Match(text) is not { Success: true } match)
            return null;
        var (month, day) = (Number(match, "month"), Number(match, "day"));
        if (!match.Groups["year"].Success)
            return Written.MonthDay(new(2000, month, day), match.Groups["weekday"].Value[0]);
        var year = match.Groups["year"].Value == "元" ? 1 : Number(match, "year");
        var written = Written.Day(new(year + 2018, month, day));
        return match.Groups["time"].Success ? $"{written} {match.Groups["time"].Value}{Written.Zone}" : written;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // The more a phrase says itself, the sooner it is tried.
    private static IReadOnlyList<Pattern> Patterns(Language language) =>
    [
        .. Phrases.OfRules(language).Where(p => p.Key.Contains('{', StringComparison.Ordinal))
            .OrderByDescending(p => Phrases.Parts(p.Key).Sum(part => part.Text.Length))
            .Select(p => new Pattern(
                p.Key[..p.Key.IndexOf('{', StringComparison.Ordinal)], p.Key[(p.Key.LastIndexOf('}') + 1)..], ShapeOf(p.Key), p.Value)),
    ];

    // What a sentence is about may stand before it with a colon; its own first place is not filled with that.
    private const string FirstPlace = "( :|:[^ ]|[^:])+?";

    private static Regex ShapeOf(string key) => new(
        $"^{string.Concat(Phrases.Parts(key).Select(p => p.Place is { } place ? $"(?<p{place}>{(place == 0 && !key.EndsWith("{0}", StringComparison.Ordinal) ? FirstPlace : ".+?")})" : Regex.Escape(p.Text)))}$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    [GeneratedRegex(
        @"^(令和(?<year>\d+|元)年)?(?<month>\d+)月(?<day>\d+)日\((?<weekday>[月火水木金土日])\)( (?<time>\d\d?:\d\d))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenDate();

    // As a field reads a date back: 平成13年4月1日 = 2001年4月1日.
    [GeneratedRegex(
        @"^(\w+年\d+月\d+日 = )?(?<year>\d{4})年(?<month>\d+)月(?<day>\d+)日$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WesternDate();

    [GeneratedRegex(@"^\d+人目$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?<yen>\d[\d,]*)円$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenYen();

    // A full stop within brackets ends no sentence.
    [GeneratedRegex("([^。「(]|「[^」]*」|\\([^)]*\\))+。?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    private sealed record Pattern(string First, string Last, Regex Shape, string Translation);
}
