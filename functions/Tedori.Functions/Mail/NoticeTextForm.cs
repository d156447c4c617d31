using System.Text;
using Tedori.Programme.Cases;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Mail;

/// <summary>A notice in plain text: paragraphs with an empty line between them, tables a row on a line, nothing too wide.</summary>
/// <param name="site">Where the public reaches the pages, or null where mails carry no links.</param>
internal sealed class NoticeTextForm(Uri? site)
{
    private const string Ruler = "----------------------------------------";
    private const string Mark = "・";
    private const string Indent = "  ";
    private readonly StringBuilder text = new();

    /// <summary>One paragraph; none where it is empty.</summary>
    public NoticeTextForm Paragraph(string paragraph) => paragraph.Length == 0 ? this : Block(Lines(paragraph));

    /// <summary>A table: what has one line stands behind its label, a list under it.</summary>
    public NoticeTextForm Facts(IReadOnlyList<NoticeFact>? facts) => facts is { Count: > 0 } ? Block(facts.SelectMany(Rows)) : this;

    /// <summary>What is above and below is not of one piece.</summary>
    public NoticeTextForm Rule() => Block([Ruler]);

    /// <summary>Lines that stand together; an address is a line of its own, however long.</summary>
    public NoticeTextForm Block(IEnumerable<string> lines)
    {
        foreach (var line in lines.SelectMany(l => IsAddress(l) ? [l] : TextLines.Of(l)))
            text.Append(line).Append("\r\n");
        text.Append("\r\n");
        return this;
    }

    /// <summary>The whole text with what stands under it.</summary>
    public string Sign(IEnumerable<string> lines)
    {
        text.Append("--\r\n");
        foreach (var line in lines.SelectMany(l => TextLines.Of(l)))
            text.Append(line).Append("\r\n");
        return text.ToString();
    }

    private IEnumerable<string> Rows(NoticeFact fact) => fact.Lines is [var only] && MeasureAddress.Split(only).Id is null
        ? TextLines.Of($"{fact.Label}: {only}", "", Indent)
        : [$"{fact.Label}:", .. fact.Lines.SelectMany(Item)];

    private IEnumerable<string> Item(string line)
    {
        var (said, measure) = MeasureAddress.Split(line);
        foreach (var wrapped in TextLines.Of(said, Mark, Indent))
            yield return wrapped;
        if (measure is { } id)
            yield return NoticeRenderer.AddressOf(site, id);
    }

    private IEnumerable<string> Lines(string paragraph) => MeasureAddress.Split(paragraph) is (var said, { } id)
        ? [said, NoticeRenderer.AddressOf(site, id)]
        : [paragraph];

    private static bool IsAddress(string line) => line.Contains("://", StringComparison.Ordinal) || line is ['/', ..];
}
