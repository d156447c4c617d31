using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Workflows.CaseFiles;

namespace Tedori.Functions.Staff.Cases;

/// <summary>A correction with what the office had before it and what came with its answer.</summary>
/// <param name="Correction">What was asked.</param>
/// <param name="Before">The files of the step before it was asked.</param>
/// <param name="After">The files of the answer, or null while there is none.</param>
/// <param name="Withdrawn">Whether staff no longer ask for it.</param>
public sealed record CorrectionView(
    Correction Correction, IReadOnlyList<EvidenceFile> Before, IReadOnlyList<EvidenceFile>? After, bool Withdrawn)
{
    /// <summary>All corrections of a case in order.</summary>
    public static IReadOnlyList<CorrectionView> Of(CaseFile folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var views = new List<CorrectionView>();
        foreach (var (asked, correction) in folder.Events.Select(
            e => (e, (e.Event as CaseEvent.CorrectionRequested)?.Correction)))
        {
            if (correction is null)
                continue;
            var answer = folder.Events.Select(e => e.Event).OfType<CaseEvent.CorrectionAnswered>()
                .FirstOrDefault(a => a.Number == correction.Number);
            var withdrawn = folder.Events.Any(
                e => e.Event is CaseEvent.CorrectionWithdrawn w && w.Number == correction.Number);
            views.Add(new(
                correction, InHand(folder, asked.Number, correction.Review), answer?.Filing.Files, withdrawn));
        }

        return views;
    }

    /// <summary>Whether a file of the answer was not there before.</summary>
    public bool IsNew(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Before.All(b => b.Sha256 != file.Sha256);
    }

    // The last filing of the step and the answers since: what the reviewer had in hand.
    private static List<EvidenceFile> InHand(CaseFile folder, int number, Step review)
    {
        var files = new List<EvidenceFile>();
        foreach (var (e, filing) in folder.Filings.TakeWhile(f => f.Event.Number < number))
        {
            if (ReviewOf(e.Event) is { } begun && begun == review)
                files.Clear();
            files.AddRange(filing.Files);
        }

        return [.. files.DistinctBy(f => f.Sha256)];
    }

    private static Step? ReviewOf(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered => Step.EligibilityReview,
        CaseEvent.ClaimSubmitted => Step.ClaimReview,
        _ => null,
    };
}
