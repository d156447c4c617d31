using System.Globalization;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;

namespace Tedori.Workflows.CaseFiles;

/// <summary>
/// The checklists of a case: the edition's documents for each review and item, and every file that was filed for it. A
/// tick names what it is about, so it outlives a change of the list.
/// </summary>
public static class Checklists
{
    private const string FilePrefix = "file:";

    /// <summary>One checklist for each review whose filing has arrived.</summary>
    public static IReadOnlyList<Checklist> Of(Edition edition, CaseFile folder)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(folder);
        var lists = new List<Checklist>();
        if (Latest<CaseEvent.CompanyRegistered>(folder) is not null)
        {
            lists.Add(new(Step.EligibilityReview,
            [
                .. edition.Filings.CompanyDocuments.Select((d, i) => new ChecklistEntry(
                    $"company:{d}", d, FilesOf(folder, Step.EligibilityReview, DocumentSlots.OfCompany(i)))),
                .. FilesOf(folder, Step.EligibilityReview),
            ]));
        }

        if (Latest<CaseEvent.ClaimSubmitted>(folder) is { } claim)
        {
            lists.Add(new(Step.ClaimReview,
            [
                .. claim.Claim.Items.Select(n => edition.FindItem(n)).OfType<Item>().SelectMany(
                    i => ItemOf(edition, folder, i)),
                .. FilesOf(folder, Step.ClaimReview),
            ]));
        }

        return lists;
    }

    /// <summary>Digest of the file that a line is about, or null where it is about none.</summary>
    public static string? FileOf(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.StartsWith(FilePrefix, StringComparison.Ordinal) ? line[FilePrefix.Length..] : null;
    }

    private static T? Latest<T>(CaseFile folder)
        where T : CaseEvent =>
        folder.Events.Select(e => e.Event).OfType<T>().LastOrDefault();

    private static IEnumerable<ChecklistEntry> ItemOf(Edition edition, CaseFile folder, Item item)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"item:{item.Number}");
        return
        [
            new(id, $"{item.Label}{item.Name}: 取組期間内に実施されている"),
            .. DocumentSlots.DocumentsOf(edition, item).Select((d, i) => new ChecklistEntry(
                $"{id}:{d}", $"{item.Label}{item.Name}: {d}",
                FilesOf(folder, Step.ClaimReview, DocumentSlots.OfItem(item.Number, i)))),
        ];
    }

    private static IEnumerable<ChecklistEntry> FilesOf(CaseFile folder, Step review) => FiledFor(folder, review)
        .DistinctBy(f => f.Sha256)
        .Select(f => new ChecklistEntry(FilePrefix + f.Sha256, $"{f.Name}: 内容を確認した"));

    private static IReadOnlyList<EvidenceFile> FilesOf(CaseFile folder, Step review, string slot) =>
        [.. FiledFor(folder, review).Where(f => f.Slot == slot)];

    // Of what was replaced, the newest version is reviewed.
    private static IEnumerable<EvidenceFile> FiledFor(CaseFile folder, Step review) => folder.Filings
        .Where(f => ReviewOf(folder, f.Event) == review && !folder.State.Replaced.Contains(f.Filing.Key))
        .SelectMany(f => f.Filing.Files)
        .DistinctBy(f => (f.Sha256, f.Slot));

    private static Step? ReviewOf(CaseFile folder, RecordedEvent e) => e.Event switch
    {
        CaseEvent.CompanyRegistered => Step.EligibilityReview,
        CaseEvent.ClaimSubmitted => Step.ClaimReview,
        CaseEvent.MailFileTaken x => x.Of,
        CaseEvent.CorrectionAnswered a => folder.Events.Select(x => x.Event).OfType<CaseEvent.CorrectionRequested>()
            .FirstOrDefault(c => c.Correction.Number == a.Number)?.Correction.Review,
        _ => null,
    };
}
