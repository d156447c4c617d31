using System.Text;

namespace Tedori.Functions.Public.Kit;

/// <summary>The newsletter of an occasion as plain text and as Markdown; as HTML it is <see cref="KitMail"/>.</summary>
public static class KitFormats
{
    /// <summary>What of Markdown would be taken for a mark.</summary>
    private const string Marks = "\\`*_{}[]<>#|~";

    /// <summary>As plain text.</summary>
    public static string Plain(KitItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Joined(
            item.Title, item.Body, "■ 次にすること", item.Todo, "■ この回の日程",
            [.. item.Dates.Select(d => $"・{d.Name}: {d.Text}")], [item.More, item.Contact], text => text);
    }

    /// <summary>As Markdown.</summary>
    public static string Markdown(KitItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Joined(
            $"# {Escaped(item.Title)}", item.Body, "## 次にすること", item.Todo, "## この回の日程",
            [.. item.Dates.Select(d => $"- {Escaped(d.Name)}: {Escaped(d.Text)}")], [item.More, item.Contact], Escaped);
    }

    private static string Joined(
        string title, IReadOnlyList<string> lead, string next, string todo, string when, IReadOnlyList<string> dates,
        IReadOnlyList<string> end, Func<string, string> encode)
    {
        IEnumerable<string> blocks =
        [
            title, .. lead.Select(encode), next, encode(todo), when, string.Join('\n', dates), .. end.Select(encode),
        ];
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}");
        return escaped.ToString();
    }
}
