using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;

namespace Tedori.Workflows.Filings;

/// <summary>
/// Files what a company filled in, in one request: its content becomes a file of the case, listed with its digest
/// beside the uploads, and the time of receipt is the request's. Safe to repeat under the same key.
/// </summary>
public sealed class FilingService(
    CaseCommandHandler cases, EditionCatalog editions, IEvidenceStore store, EvidenceService evidence, DraftService drafts, IClock clock)
{
    /// <summary>Files.</summary>
    /// <param name="id">The case.</param>
    /// <param name="form">The form, as it was put to the company.</param>
    /// <param name="answers">What was filled in.</param>
    /// <param name="key">Key of the request.</param>
    /// <param name="receivedAt">When the request arrived; it alone decides whether it is late.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <exception cref="Records.ContentionException">Other writers came between too often.</exception>
    public async Task<FilingAnswer> FileAsync(
        CaseId id, FilingForm form, FormAnswers answers, string key, Instant receivedAt,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (edition, state) = (editions.Of(id), (await cases.ReadAsync(id, cancellation))!.State);
        // Whoever is late is told that first; what else is wrong with the form does not matter any more.
        var late = FilingForms.CutoffOf(edition, state, form.Key) is { } cutoff && receivedAt >= cutoff.ElectronicEnd;
        if (!late && FilingForms.Faults(edition, form, answers) is { Count: > 0 } faults)
            return new FilingAnswer.Faulty(faults);
        IReadOnlyList<EvidenceFile> files = late
            ? []
            : [await PutAsync(FilingPaper.Of(edition, state, form, answers), cancellation),
                .. await evidence.DraftAsync(id, cancellation)];
        var filing = new Filing(key, new Receipt.Electronic(receivedAt), files);
        var command = FilingCommands.Of(edition, form, answers, filing, clock.GetCurrentInstant());
        var answer = await cases.HandleAsync(id, command, cancellation);
        if (answer is not CaseAnswer.Refused refused)
        {
            await drafts.DropAsync(id, form.Key, cancellation);
            return new FilingAnswer.Filed();
        }

        await KeepAsync(id, form, answers, receivedAt, cancellation);
        return new FilingAnswer.Refused(refused.Refusal);
    }

    /// <summary>Names of the uploads that the next filing of the case would list.</summary>
    public async Task<IReadOnlyList<string>> UploadsAsync(CaseId id, CancellationToken cancellation = default) =>
        [.. (await evidence.DraftAsync(id, cancellation)).Select(f => f.Name)];

    // Whatever another device saved meanwhile: this is what the company meant to file.
    private async Task KeepAsync(
        CaseId id, FilingForm form, FormAnswers answers, Instant at, CancellationToken cancellation)
    {
        var seen = (await drafts.ReadAsync(id, form.Key, cancellation))?.Version ?? 0;
        await drafts.SaveAsync(id, form.Key, answers, seen, at, cancellation);
    }

    private async Task<EvidenceFile> PutAsync(FilingPaper paper, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(TedoriJson.Write(paper)));
        return await store.PutAsync(paper.CaseId, FilingPaper.FileName, content, cancellation);
    }
}
