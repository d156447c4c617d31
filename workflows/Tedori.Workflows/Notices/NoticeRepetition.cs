using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Signing;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Sends notices again (再通知): a new notice with a link of today, which cites the first; the ledger shows both. Safe to repeat.
/// </summary>
public sealed class NoticeRepetition(
    IRecords records, EditionCatalog editions, CaseCommandHandler cases, CaseAccess access, NoticePreview preview, IClock clock)
{
    /// <summary>
    /// The notice as it would leave: composed by the rules and rendered for the real case, but for the secret of its link.
    /// Changes nothing.
    /// </summary>
    public async Task<ExpectedMail?> PreviewAsync(
        NoticeId original, string? to, CancellationToken cancellation = default)
    {
        return await AsksAsync(original, to, cancellation) is { } asked
            && (await preview.OfAsync(asked, cancellation)).Mails is [var mail] ? mail : null;
    }

    /// <summary>One example of each kind and language of the notices that would leave, and how many there are.</summary>
    public Task<ExpectedMails> PreviewAsync(
        IReadOnlyList<NoticeId> originals, string? to, CancellationToken cancellation = default) => preview.OfAsync(
            originals.ToAsyncEnumerable().Select(async (o, c) => await AsksAsync(o, to, c)).OfType<AskedOfCase>(),
            cancellation: cancellation);

    /// <summary>What sending a notice again asks of its case, or null where there is no such notice.</summary>
    public async Task<AskedOfCase?> AsksAsync(NoticeId original, string? to, CancellationToken cancellation = default)
    {
        if (await FindAsync(original, cancellation) is not { } first
            || await cases.ReadAsync(original.CaseId, cancellation) is not { } snapshot)
            return null;
        return new(original.CaseId, new CaseCommand.RepeatNotice(
            clock.GetCurrentInstant(), "preview", first, to ?? snapshot.State.Entry.Email, "preview", "preview",
            Signed: Signatures.ToCome));
    }

    /// <summary>Sends a notice again.</summary>
    /// <param name="key">Key of the request: the same key again is the same notice.</param>
    /// <param name="original">The notice.</param>
    /// <param name="to">Where to, or null for the address that the case has now.</param>
    /// <param name="reason">Why, in Japanese.</param>
    /// <param name="revoke">Whether the links sent so far are voided first.</param>
    /// <param name="by">Who sends it again.</param>
    /// <param name="signed">Who proposed and who approved it, or null where one person sends it.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>A refusal, or null where it is on its way.</returns>
    public async Task<Refusal?> RepeatAsync(
        string key, NoticeId original, string? to, string reason, bool revoke, StaffMember by, Signatures? signed,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var id = original.CaseId;
        if (await FindAsync(original, cancellation) is not { } first || await cases.ReadAsync(id, cancellation) is not { } snapshot)
            return new("noSuchNotice", "この通知はありません。申請の通知一覧から選び直してください。");
        if (snapshot.State.Repeated.Contains(key))
            return null;
        var command = new CaseCommand.RepeatNotice(
            clock.GetCurrentInstant(), key, first, to ?? snapshot.State.Entry.Email, reason, by.Name, signed);
        // Before the links are voided: a notice that cannot leave must not lock the company out.
        if (CaseDecider.Decide(editions.Of(id), snapshot.State, command) is Decision.Refused impossible)
            return impossible.Refusal;
        await InSight.KeepAsync(records, id, cancellation);
        if (revoke)
            await access.RevokeAllAsync(id, await access.GenerationAsync(id, cancellation), cancellation);
        return await cases.HandleAsync(id, command, cancellation) is CaseAnswer.Refused refused ? refused.Refusal : null;
    }

    /// <summary>
    /// A refusal where a notice would carry a living link to an address that the company did not confirm and that needs a
    /// second person, else null.
    /// </summary>
    public async Task<Refusal?> CheckAddressAsync(
        NoticeId original, string? to, CancellationToken cancellation = default) =>
        to is not null && await cases.ReadAsync(original.CaseId, cancellation) is { State: { } state }
            && !CaseDecider.IsConfirmed(state, to)
            && editions.Of(original.CaseId).SecondPerson.Asks(StaffAct.RepeatNotice)
                ? Refusals.AddressNotConfirmed(to)
                : null;

    /// <summary>All notices of a case that left or wait, by the event that caused them.</summary>
    public async Task<IReadOnlyList<ListedNotice>> OfCaseAsync(CaseId id, CancellationToken cancellation = default)
    {
        var notices = new List<ListedNotice>();
        await foreach (var waiting in records.BodiesAsync(CaseRows.OutboxOf(id), cancellation))
            notices.Add(new(waiting, null));
        await foreach (var sent in records.BodiesAsync(CaseRows.SentOf(id), cancellation))
            notices.Add(new(sent.Notice, sent.State));
        return [.. notices.OrderBy(n => n.Notice.Cause)];
    }

    /// <summary>A notice that left or waits, or null where there is none.</summary>
    public async Task<Notice?> FindAsync(NoticeId id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(CaseRows.Ledger(id), cancellation))?.Body.Notice
            ?? (await records.ReadAsync(CaseRows.Pending(id), cancellation))?.Body;
}
