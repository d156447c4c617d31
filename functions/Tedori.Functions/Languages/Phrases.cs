using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Tedori.Functions.Languages;

/// <summary>
/// What pages say, in the language of the reader. As with gettext the key is the Japanese sentence itself, with its places
/// ({0}, {1}), so that Japanese needs no file and cannot drift from its translations unseen: a test compares all keys.
/// A translation may say a word in one way for one and in another for more: {0|error|errors}.
/// </summary>
public static partial class Phrases
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Read =
        Language.All.Where(l => !l.Binds).ToFrozenDictionary(l => l.Code, l => Files(l));

    /// <summary>The sentence.</summary>
    /// <param name="key">It in Japanese.</param>
    /// <param name="places">What stands at its places.</param>
    public static string Say(string key, params object[] places) => places.Length == 0
        ? Of(key)
        : Complete(Of(key), place => Convert.ToString(places[place], CultureInfo.InvariantCulture)!);

    /// <summary>The sentence with markup at its places.</summary>
    /// <param name="key">It in Japanese. Its translations say nothing of how many.</param>
    /// <param name="places">What stands at its places.</param>
    public static RenderFragment Fill(string key, params RenderFragment[] places) => builder =>
    {
        foreach (var (text, place) in Parts(Of(key)))
        {
            if (place is { } at)
                builder.AddContent(0, places[at]);
            else
                builder.AddContent(1, text);
        }
    };

    /// <summary>The sentence in a language that is not that of the page.</summary>
    /// <param name="language">The language.</param>
    /// <param name="key">It in Japanese, without places.</param>
    public static string SayIn(Language language, string key)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Binds ? key : All(language)[key];
    }

    /// <summary>
    /// The translation of a text that is not ours, of a programme file for example; null where it has none, and in Japanese.
    /// </summary>
    /// <param name="text">It in Japanese.</param>
    public static string? Find(string text) =>
        Language.Current.Binds ? null : Read[Language.Current.Code].GetValueOrDefault(text);

    /// <summary>All translations of a language, by the Japanese sentence.</summary>
    /// <param name="language">Any but Japanese.</param>
    public static IReadOnlyDictionary<string, string> All(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Read[language.Code];
    }

    /// <summary>The phrases of sentences that the rules finish, by the Japanese sentence.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> OfRules(Language language) =>
        NamesOf(language).Where(n => n.EndsWith("-rules.json", StringComparison.Ordinal)).SelectMany(File);

    /// <summary>A translation with what stands at its places, and its words for one or for more.</summary>
    internal static string Complete(string translation, Func<int, string> value)
    {
        var counted = translation.Contains('|', StringComparison.Ordinal)
            ? Count().Replace(translation, m => m.Groups[
                value(int.Parse(m.Groups["place"].ValueSpan, CultureInfo.InvariantCulture)) == "1" ? "one" : "more"].Value)
            : translation;
        return string.Concat(Parts(counted).Select(p => p.Place is { } place ? value(place) : p.Text));
    }

    /// <summary>The pieces of a sentence: texts, and the numbers of its places.</summary>
    internal static IEnumerable<(string Text, int? Place)> Parts(string sentence)
    {
        var rest = sentence;
        while (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf('}', open);
            if (open > 0)
                yield return (rest[..open], null);
            yield return ("", int.Parse(rest.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture));
            rest = rest[(close + 1)..];
        }

        if (rest.Length > 0)
            yield return (rest, null);
    }

    private static string Of(string key) => Find(key) ?? key;

    private static FrozenDictionary<string, string> Files(Language language) =>
        NamesOf(language).SelectMany(File).ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(Language language) => typeof(Phrases).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith($"Languages/phrases-{language.Code}-", StringComparison.Ordinal));

    private static Dictionary<string, string> File(string name)
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(
        @"\{(?<place>\d)\|(?<one>[^|{}]*)\|(?<more>[^|{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}
