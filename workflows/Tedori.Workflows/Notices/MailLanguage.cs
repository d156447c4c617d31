using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// The language in which the mails to a company begin: that of its pre-entry, until it chooses another on its own pages. A
/// notice takes it when it leaves, and keeps it in the ledger.
/// </summary>
public static class MailLanguage
{
    /// <summary>Keeps what a company chose; of two choices the later counts. Safe to repeat.</summary>
    /// <param name="records">The records.</param>
    /// <param name="id">The case.</param>
    /// <param name="chosen">Its code, and when the choice was received.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public static Task ChooseLanguageAsync(
        this IRecords records, CaseId id, ChosenLanguage chosen, CancellationToken cancellation = default) =>
        records.ChangeAsync(
            CaseRows.Language(id), before => before is { } later && later.At > chosen.At ? later : chosen, cancellation);

    /// <summary>Code of the language of a case; null for Japanese, and where there is no such case.</summary>
    public static async Task<string?> LanguageOfAsync(
        this IRecords records, CaseId id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return await records.ReadAsync(CaseRows.Language(id), cancellation) is { Body: var chosen }
            ? chosen.Code
            : (await records.ReadAsync(CaseRows.Snapshot(id), cancellation))?.Body.State.Entry.Language;
    }

    /// <summary>The notice with the language that its company chose last; as it is where it chose none.</summary>
    public static async Task<Notice> InChosenLanguageAsync(
        this IRecords records, Notice notice, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(notice);
        return await records.ReadAsync(CaseRows.Language(notice.Id.CaseId), cancellation) is { Body: var chosen }
            ? notice with { Language = chosen.Code }
            : notice;
    }
}
