using System.Text.RegularExpressions;
using Tedori.Testing;

namespace Tedori.Tests.Languages;

/// <summary>The Japanese sentences that the sources say: those of pages by their calls, those of rules by their literals.</summary>
internal static partial class PhraseSources
{
    /// <summary>The keys that pages ask for.</summary>
    public static IReadOnlySet<string> Keys { get; } = Files("functions", "Tedori.Functions")
        .SelectMany(text => Call().Matches(text)).Where(m => m.Groups["key"].Success)
        .Select(m => m.Groups["key"].Value).ToHashSet();

    /// <summary>Calls whose key is not written there, so that no test could find it.</summary>
    public static IEnumerable<string> Hidden => Files("functions", "Tedori.Functions")
        .SelectMany(text => Call().Matches(text)).Where(m => !m.Groups["key"].Success).Select(m => m.Value)
        // The definitions themselves, and what fills facts into texts of other files.
        .Where(call => !call.EndsWith("string ", StringComparison.Ordinal) && !call.EndsWith("Language ", StringComparison.Ordinal)
            && !call.StartsWith("Fill(said.", StringComparison.Ordinal) && !call.StartsWith("Fill(text", StringComparison.Ordinal));

    /// <summary>Every literal of the rules, its holes numbered as places are.</summary>
    public static IReadOnlySet<string> Rules { get; } = Files("workflows", "Tedori.Programme")
        .SelectMany(LiteralsOf).Select(Numbered).ToHashSet();

    /// <summary>The literals of a source; those that are put together there are one.</summary>
    public static IEnumerable<string> LiteralsOf(string source) =>
        Literal().Matches(Plus().Replace(source, "")).Select(m => m.Groups["text"].Value);

    private static IEnumerable<string> Files(params string[] folder) =>
        new[] { "*.cs", "*.razor" }
            .SelectMany(p => Directory.EnumerateFiles(RepositoryRoot.Of(folder), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    private static string Numbered(string literal)
    {
        var n = 0;
        return Hole().Replace(literal, _ => $"{{{n++}}}");
    }

    [GeneratedRegex("""(?<![.\w])(Say|SayIn|Fill)\((missed,\s*)?\s*("(?<key>([^"\\]|\\.)*)"|\S+\s)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex("""\$?"(?<text>([^"\\]|\\.)*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex("""(?<=[^"]{2})"\s*\+\s*\$?"(?=[^"])""")]
    private static partial Regex Plus();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
