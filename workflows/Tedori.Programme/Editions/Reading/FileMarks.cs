namespace Tedori.Programme.Editions.Reading;

/// <summary>
/// Where a value comes from: <c>{ "value": …, "source": "G", "citation": "…" }</c> for the guideline, which binds, and
/// <c>{ "value": …, "source": "O" or "A", "note": "…" }</c> for what it leaves open.
/// </summary>
internal static class FileMarks
{
    /// <summary>The value inside its mark, under the same path; an assumption is noted in the log.</summary>
    public static FileNode Marked(this FileNode field, ReadingLog log)
    {
        var mark = field.Object(["value", "source"], "citation", "note");
        var value = field.Inside(mark.Field("value"));
        var source = mark.Field("source");
        var citation = mark.Field("citation");
        var note = mark.Field("note");
        var reason = note.Text();
        citation.Text();
        switch (source.Text())
        {
            case "G":
                Require(citation, "A value of the guideline (G) needs the place it comes from; add it.");
                break;
            case "O" or "A":
                Require(note, "An assumption (O or A) needs its reason in Japanese; add it.");
                log.Assume(new(field.Path, value.Written, source.Written, reason ?? ""));
                break;
            case null:
                break;
            default:
                source.Fault($"{source.Found()} is not a source; write G (guideline), O (other pages) or A (ours).");
                break;
        }

        return value;
    }

    private static void Require(FileNode reason, string message)
    {
        if (reason.IsAbsent)
            reason.Fault(message);
    }
}
