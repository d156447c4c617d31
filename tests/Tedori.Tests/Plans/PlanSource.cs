namespace Tedori.Tests.Plans;

/// <summary>The plan's own text, as it was read from paper: what the data must hold, line by line.</summary>
internal static class PlanSource
{
    // Lines of the file, from 1, that go on from the one before: a page ends between the two.
    private static readonly int[] Continued = [79, 158];

    /// <summary>All lines that are not blank, without the marks of a list before them.</summary>
    public static IReadOnlyList<string> Lines { get; } = Read();

    private static List<string> Read()
    {
        var lines = new List<string>();
        var text = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Plans", "plan-r7-source.txt"));
        foreach (var (index, line) in text.Index())
        {
            var words = line.Trim();
            words = words.StartsWith("- ", StringComparison.Ordinal) ? words[2..] : words;
            if (words.Length == 0)
                continue;
            if (Continued.Contains(index + 1))
                lines[^1] += words;
            else
                lines.Add(words);
        }

        return lines;
    }
}
