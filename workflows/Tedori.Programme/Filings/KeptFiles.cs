using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;

namespace Tedori.Programme.Filings;

/// <summary>
/// The files of a version that is replaced (差し替え): they go on into the next one, but for those that the company leaves out.
/// </summary>
public static class KeptFiles
{
    private const int DigestCharacters = 12;

    /// <summary>The form with a box for each file of the version before.</summary>
    public static FilingForm In(FilingForm form, Filing before)
    {
        ArgumentNullException.ThrowIfNull(form);
        FormField[] boxes = [.. FilesOf(before).Select(
            f => new FormField(f.Box, $"「{f.File.Name}」{Named(form, f.File)}を提出から外す", FieldKind.Check) { Required = false, MaxLength = 10 })];
        return boxes.Length == 0
            ? form
            : form with
            {
                Sections = [.. form.Sections, new("kept", "前に提出した書類", SectionKind.Plain, boxes)
                {
                    Intro = ["前に提出した書類は、差し替えた後も提出したことになります。外すものだけチェックしてください。"],
                }],
            };
    }

    /// <summary>The files of the version before that go on.</summary>
    public static IEnumerable<EvidenceFile> Of(Filing before, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return FilesOf(before).Where(f => !answers.Has(f.Box)).Select(f => f.File);
    }

    private static IEnumerable<(EvidenceFile File, string Box)> FilesOf(Filing before)
    {
        EvidenceFile[] files =
            [.. before.Files.Where(f => f.Name != FilingPaper.FileName).DistinctBy(f => (f.Sha256, f.Slot))];
        return files.Select(f => (f, BoxOf(f, files.First(o => o.Sha256 == f.Sha256))));
    }

    // Names stand in drafts: only what is the same content as a file before it bears its document as well.
    private static string BoxOf(EvidenceFile file, EvidenceFile first)
    {
        var digest = $"leave-{file.Sha256[..DigestCharacters]}";
        return file == first ? digest : $"{digest}-{file.Slot ?? "none"}";
    }

    private static string Named(FilingForm form, EvidenceFile file) =>
        DocumentSlots.Of(form).FirstOrDefault(s => s.Name == file.Slot) is { } slot ? $"({slot.Label})" : "";
}
