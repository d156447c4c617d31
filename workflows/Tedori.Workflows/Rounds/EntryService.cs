using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Takes entries: checks the window by the time of receipt, gives the serial number, opens the case. Safe to repeat.
/// </summary>
public sealed class EntryService(
    IRecords records, EntryLanes lanes, EditionCatalog editions, EntryWindows windows, CaseCommandHandler cases,
    SelectedCompanies selected, IClock clock)
{
    // Whoever was late by less may ask what became of the entry.
    private static readonly Duration Remembered = Duration.FromDays(1);

    private static readonly Refusal KeyUsed = new("keyUsed",
        "この画面からは、すでに別の内容のエントリーを受け付けています。この内容はまだ受け付けていません。内容を確認して、もう一度お送りください。");

    /// <summary>Takes an entry.</summary>
    /// <param name="round">The round that is entered.</param>
    /// <param name="form">What the company states.</param>
    /// <param name="receivedAt">When the server received the request.</param>
    /// <param name="key">
    /// Key of the request: the same content under it again is the same entry, other content is refused.
    /// </param>
    /// <param name="cancellation">
    /// Ends the wait for the case to open; an entry that was committed stays committed.
    /// </param>
    public async Task<EntryAnswer> ReceiveAsync(
        RoundId round, EntryForm form, Instant receivedAt, string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var window = await windows.OfAsync(round, receivedAt, cancellation);
        if (Judge(round, window, form, receivedAt) is { } refusal)
        {
            // A company that sends its entry again, because it never saw the answer, is told what became of the first.
            return await RoundRows.KnownAsync(records, round, key, cancellation) is { } known
                ? await AcceptAsync(known, form, receivedAt, cancellation)
                : await RefuseAsync(round, receivedAt, key, refusal, cancellation);
        }

        var entry = await lanes.TakeAsync(round, new(form, receivedAt, key, KeysOf(round, form)));
        if (entry.CaseId.Serial == 0)
            return await RefuseAsync(round, receivedAt, key, AfterSealing(round), cancellation);
        return await AcceptAsync(entry, form, receivedAt, cancellation);
    }

    /// <summary>
    /// The first entries of the same company in the round: by corporate number, by name and address, by name and phone. They keep nobody from entering, because they may be somebody's mistake; all of one company share
    /// one lot.
    /// </summary>
    public async Task<IReadOnlyList<CaseId>> EarlierAsync(
        RoundId round, EntryForm form, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var earlier = new List<CaseId>();
        foreach (var company in RoundRows.CompaniesOf(round, KeysOf(round, form)))
        {
            if (await records.ReadAsync(company, cancellation) is { Body: var id } && !earlier.Contains(id)
                && await FindAsync(id, cancellation) is { } first && CompanyKeys.MayBeOne(first.Form, form))
                earlier.Add(id);
        }

        return earlier;
    }

    /// <summary>
    /// Whether the company was drawn in an earlier round of the edition, so that this entry would take no part.
    /// </summary>
    public async Task<bool> WonBeforeAsync(RoundId round, EntryForm form, CancellationToken cancellation = default) =>
        !editions.Of(round).Entry.WinnersMayEnterAgain
        && await selected.KnowsAsync(round.Edition, KeysOf(round, form), cancellation);

    /// <summary>The entry of a case, or null where there is none.</summary>
    public async Task<EntryRow?> FindAsync(CaseId id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RoundRows.Entry(id), cancellation))?.Body;

    /// <summary>
    /// Opens the case of an entry that is in the list, and tells those who came before that there is another. A no-op
    /// where that is done.
    /// </summary>
    public async Task OpenCaseAsync(EntryRow entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var command = new CaseCommand.Enter(
            clock.GetCurrentInstant(), entry.CaseId, entry.Form, entry.ReceivedAt, entry.Key, entry.Digest,
            entry.Shared);
        await cases.HandleAsync(entry.CaseId, command, cancellation);
        if (entry.Shared is not true)
            return;
        foreach (var earlier in await EarlierAsync(entry.CaseId.Round, entry.Form, cancellation))
        {
            if (earlier != entry.CaseId)
                await cases.HandleAsync(
                    earlier, new CaseCommand.TellShared(clock.GetCurrentInstant()), cancellation);
        }
    }

    private CompanyKeys KeysOf(RoundId round, EntryForm form) =>
        CompanyKeys.Of(form, editions.Of(round).Entry.Reading);

    private async Task<EntryAnswer> AcceptAsync(
        EntryRow entry, EntryForm sent, Instant receivedAt, CancellationToken cancellation)
    {
        if (!entry.Holds(sent))
            return await RefuseAsync(entry.CaseId.Round, receivedAt, entry.Key, KeyUsed, cancellation);
        await OpenCaseAsync(entry, cancellation);
        return new EntryAnswer.Received(entry.CaseId, entry.ReceivedAt, entry.Digest);
    }

    private static Refusal? Judge(RoundId id, EntryWindow window, EntryForm form, Instant receivedAt)
    {
        if (window.Refuse(receivedAt, id.Number) is { } outside)
            return outside;
        return form.CorporateNumber is { } number && !CorporateNumber.TryParse(number, out _)
            ? new("corporateNumberWrong", "法人番号が正しくありません。13桁の番号を確認してください。")
            : null;
    }

    private static Refusal AfterSealing(RoundId id) =>
        new(EntryWindow.Closed, $"第{id.Number}回の事前エントリーは締め切りました。次の回にお申し込みください。");

    private async Task<EntryAnswer> RefuseAsync(
        RoundId round, Instant receivedAt, string key, Refusal refusal, CancellationToken cancellation)
    {
        TedoriMeter.Refusals.Add(1, new KeyValuePair<string, object?>(MetricNames.CodeTag, refusal.Code));
        // Only about the window: at other times anybody could fill the records for good.
        var edition = editions.Of(round);
        var window = EntryWindow.Of(edition, edition.Round(round.Number));
        if (receivedAt < window.Opens - Remembered || receivedAt >= window.Closes + Remembered)
            return new EntryAnswer.Refused(refusal);
        var row = new EntryAttemptRow(receivedAt, key, refusal);
        await records.CommitAsync(RoundRows.Attempt(round, key).Upsert(row), cancellation);
        return new EntryAnswer.Refused(refusal);
    }
}
