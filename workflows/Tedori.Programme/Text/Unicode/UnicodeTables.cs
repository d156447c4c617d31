using System.Collections.Frozen;
using System.Globalization;

namespace Tedori.Programme.Text.Unicode;

/// <summary>
/// What Unicode says of the composition of characters. Read from the assembly, because the runtime asks a library of
/// the host for it, and asks none where globalization is invariant.
/// </summary>
internal static class UnicodeTables
{
    private static readonly Dictionary<string, List<(string Head, int[] Codes)>> Sections = Read();

    private static readonly FrozenDictionary<int, int> Classes = Sections["classes"]
        .SelectMany(e => e.Codes.Select(code => KeyValuePair.Create(code, Decimal(e.Head)))).ToFrozenDictionary();

    private static readonly FrozenDictionary<int, int[]> Canonical = Of("canonical");
    private static readonly FrozenDictionary<int, int[]> Compatible = Of("compatible");

    private static readonly FrozenDictionary<(int, int), int> Pairs =
        Sections["pairs"].ToFrozenDictionary(e => (e.Codes[0], e.Codes[1]), e => Code(e.Head));

    private static readonly FrozenSet<int> Seconds = Pairs.Keys.Select(p => p.Item2).ToFrozenSet();

    /// <summary>Where a mark stands among those of a letter; 0 for what is no mark. Only the order counts.</summary>
    public static int ClassOf(int code) => Classes.GetValueOrDefault(code);

    /// <summary>What a character is made of, all the way down, or null where it is made of itself.</summary>
    public static int[]? PartsOf(int code, bool compatible) =>
        compatible && Compatible.TryGetValue(code, out var parts) ? parts : Canonical.GetValueOrDefault(code);

    /// <summary>The character that two make together, or null.</summary>
    public static int? Pair(int first, int second) => Pairs.TryGetValue((first, second), out var pair) ? pair : null;

    /// <summary>Whether nothing can change a character, or be changed by it, when text is composed.</summary>
    public static bool IsInert(int code, bool compatible) =>
        code < 0xA0 || (PartsOf(code, compatible) is null && !Classes.ContainsKey(code) && !Seconds.Contains(code));

    private static FrozenDictionary<int, int[]> Of(string section) =>
        Sections[section].ToFrozenDictionary(e => Code(e.Head), e => e.Codes);

    private static Dictionary<string, List<(string Head, int[] Codes)>> Read()
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream("Unicode/decompositions.txt")!;
        using var lines = new StreamReader(stream);
        var sections = new Dictionary<string, List<(string Head, int[] Codes)>>();
        List<(string Head, int[] Codes)> section = [];
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                sections[line[2..]] = section = [];
            else
                section.AddRange(line.Split(';').Select(Entry));
        }

        return sections;
    }

    private static (string Head, int[] Codes) Entry(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..sign], [.. text[(sign + 1)..].Split(' ').Select(Code)]);
    }

    private static int Code(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static int Decimal(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
