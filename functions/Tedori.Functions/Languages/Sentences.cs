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
    public static string Of(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (Language.Current.Binds)
            return sentence;
        if (Phrases.Find(sentence) is { } whole)
            return whole;
        if (DateOf(sentence) is { } date)
            return date;
        if (WrittenYen().Match(sentence) is { Success: true } yen)
            return Written.Yen(long.Parse(yen.Groups["yen"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        foreach (var pattern in Read[Language.Current.Code])
        {
            if (pattern.Shape.Match(sentence) is { Success: true } match)
                return string.Concat(Phrases.Parts(pattern.Translation).Select(
                    p => p.Place is { } place ? Of(match.Groups[$"p{place}"].Value) : p.Text));
        }

        return sentence;
    }

    private static string? DateOf(string text)
    {
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
            .Select(p => new Pattern(ShapeOf(p.Key), p.Value)),
    ];

    private static Regex ShapeOf(string key) => new(
        $"^{string.Concat(Phrases.Parts(key).Select(p => p.Place is { } place ? $"(?<p{place}>.+?)" : Regex.Escape(p.Text)))}$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    [GeneratedRegex(
        @"^(令和(?<year>\d+|元)年)?(?<month>\d+)月(?<day>\d+)日\((?<weekday>[月火水木金土日])\)( (?<time>\d\d?:\d\d))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenDate();

    [GeneratedRegex(@"^(?<yen>\d{1,3}(,\d{3})*)円$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenYen();

    private sealed record Pattern(Regex Shape, string Translation);
}
