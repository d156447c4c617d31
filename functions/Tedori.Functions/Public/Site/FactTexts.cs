using System.Text.RegularExpressions;

namespace Tedori.Functions.Public.Site;

/// <summary>Fills facts into texts in which their names stand in braces.</summary>
internal static partial class FactTexts
{
    /// <summary>The text with the facts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="facts">The facts by name.</param>
    /// <param name="encode">Makes of a fact what may stand in the text.</param>
    /// <exception cref="InvalidOperationException">The text names a fact that there is not.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> facts, Func<string, string> encode) =>
        Name().Replace(text, match => facts.TryGetValue(match.Groups[1].Value, out var fact)
            ? encode(fact)
            : throw new InvalidOperationException($"There is no fact {match.Value}."));

    [GeneratedRegex(@"\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
