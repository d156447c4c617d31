using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;

namespace Tedori.Programme.Notices;

/// <summary>
/// What a filing that is confirmed lacks (不足): documents of which it has no file, and what a paper left unsaid. Of files that
/// nobody assigned to a document it is not known what they are, and then no document is called missing.
/// </summary>
internal static class MissingDocuments
{
    /// <summary>A line each; none where nothing is missing, and for events that confirm no filing.</summary>
    public static IReadOnlyList<string> Of(Edition edition, CaseState after, CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered x => [.. Left(x.Filing, Company(edition)), .. Gaps(after)],
        CaseEvent.ClaimSubmitted x => [.. Left(x.Filing, Claim(edition, x.Claim)), .. Gaps(after)],
        CaseEvent.CorrectionAnswered => [.. Gaps(after)],
        _ => [],
    };

    private static IEnumerable<string> Left(Filing filing, IEnumerable<(string Slot, string Name)> asked)
    {
        EvidenceFile[] files = [.. filing.Files.Where(f => f.Name != FilingPaper.FileName)];
        // What came by post lies in the envelope.
        return filing.Receipt.Match(_ => true, _ => false) && files.All(f => f.Slot is not null)
            ? asked.Where(a => files.All(f => f.Slot != a.Slot)).Select(a => a.Name)
            : [];
    }

    private static IEnumerable<(string, string)> Company(Edition edition) =>
        edition.Filings.CompanyDocuments.Select((name, i) => (DocumentSlots.OfCompany(i), name));

    private static IEnumerable<(string, string)> Claim(Edition edition, Claim claim) => claim.Items
        .Select(n => edition.FindItem(n)!)
        .SelectMany(item => DocumentSlots.DocumentsOf(edition, item)
            .Select((name, i) => (DocumentSlots.OfItem(item.Number, i), $"{item.Label}{name}")));

    private static IEnumerable<string> Gaps(CaseState after) => after.Gaps.Select(g => CorrectionLine.Of(g.Subject, g.Reason));
}
