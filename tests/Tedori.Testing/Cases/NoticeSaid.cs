using Tedori.Programme.Cases;

namespace Tedori.Testing.Cases;

/// <summary>What a notice says, line by line: its first sentence, its tables as <c>label: line</c>, and its text.</summary>
internal static class NoticeSaid
{
    /// <summary>The lines in the order of the mail.</summary>
    public static IReadOnlyList<string> Lines(this Notice notice) =>
        [notice.Next, .. Rows(notice.Due), .. notice.Paragraphs, .. Rows(notice.Facts)];

    /// <summary>The whole of it, a line each.</summary>
    public static string Said(this Notice notice) => string.Join('\n', notice.Lines());

    private static IEnumerable<string> Rows(IReadOnlyList<NoticeFact>? facts) =>
        (facts ?? []).SelectMany(f => f.Lines.Select(l => $"{f.Label}: {l}"));
}
