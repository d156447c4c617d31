using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Rounds;

/// <summary>Takes entries: checks the window by the time of receipt, gives the serial number, opens the case. Safe to repeat.</summary>
public sealed class EntryDesk(IRecords records, EditionShelf editions, CaseDesk cases, EntryLine line, IClock clock)
{
    /// <summary>Takes an entry.</summary>
    /// <param name="round">The round that is entered.</param>
    /// <param name="form">What the company states.</param>
    /// <param name="receivedAt">When the server received the request.</param>
    /// <param name="key">Key of the request: the same key again is the same entry.</param>
    /// <param name="cancellation">Ends the wait; an entry that was committed stays committed.</param>
    public async Task<EntryAnswer> ReceiveAsync(
        RoundId round, EntryForm form, Instant receivedAt, string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Judge(round, form, receivedAt) is { } refusal)
        {
            // A company that sends its entry again, because it never saw the answer, is told what became of the first.
            return await KnownAsync(round, key, cancellation) is { } known
                ? await AcceptAsync(known, cancellation)
                : await RefuseAsync(round, receivedAt, key, refusal, cancellation);
        }

        var entry = await line.InTurnAsync(round, () => RecordsExtensions.UntilCommittedAsync(
            () => TryAsync(round, form, receivedAt, key, cancellation)), cancellation);
        if (entry.CaseId.Serial == 0)
            return await RefuseAsync(round, receivedAt, key, AfterSealing(round), cancellation);
        return await AcceptAsync(entry, cancellation);
    }

    /// <summary>Opens the case of an entry that is in the list. A no-op where it is open.</summary>
    public Task OpenCaseAsync(EntryRow entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var command = new CaseCommand.Enter(
            clock.GetCurrentInstant(), entry.CaseId, entry.Form, entry.ReceivedAt, entry.Key);
        return cases.HandleAsync(entry.CaseId, command, cancellation);
    }

    private async Task<EntryAnswer> AcceptAsync(EntryRow entry, CancellationToken cancellation)
    {
        await OpenCaseAsync(entry, cancellation);
        return new EntryAnswer.Received(entry.CaseId, entry.ReceivedAt);
    }

    private Refusal? Judge(RoundId id, EntryForm form, Instant receivedAt)
    {
        var edition = editions.Of(id);
        var window = EntryWindow.Of(edition, edition.Round(id.Number));
        if (receivedAt < window.Opens)
            return new("entryNotOpen", $"第{id.Number}回の事前エントリーは{JapaneseDate.Full(window.Opens)}から受け付けます。");
        if (receivedAt >= window.Closes)
            return new("entryClosed", $"第{id.Number}回の事前エントリーは{JapaneseDate.Full(window.Closes)}に締め切りました。次の回にお申し込みください。");
        return form.CorporateNumber is { } number && !CorporateNumber.TryParse(number, out _)
            ? new("corporateNumberWrong", "法人番号が正しくありません。13桁の番号を確認してください。")
            : null;
    }

    private static Refusal AfterSealing(RoundId id) =>
        new("entryClosed", $"第{id.Number}回の事前エントリーは締め切りました。次の回にお申し込みください。");

    private async Task<EntryRow?> KnownAsync(RoundId round, string key, CancellationToken cancellation)
    {
        var partition = round.ToString();
        var known = await records.ReadAsync(RecordSet.Rounds, partition, RoundRows.Keys + Hash(key), cancellation);
        return known is null
            ? null
            : (await records.ReadAsync<EntryRow>(
                RecordSet.Rounds, partition, TedoriJson.Read<string>(known.Body), cancellation)).Body;
    }

    // A row with serial 0 says that the list is frozen.
    private async Task<EntryRow?> TryAsync(
        RoundId round, EntryForm form, Instant receivedAt, string key, CancellationToken cancellation)
    {
        var partition = round.ToString();
        if (await KnownAsync(round, key, cancellation) is { } known)
            return known;
        var (counter, version) = await records.ReadAsync<CounterRow>(
            RecordSet.Rounds, partition, RoundRows.Counter, cancellation);
        counter ??= CounterRow.Start;
        var entry = new EntryRow(new(round, counter.Sealed ? 0 : counter.Next), receivedAt, key, form);
        if (counter.Sealed)
            return entry;
        var entryKey = RoundRows.Entry(counter.Next);
        var outcome = await records.CommitAsync(RecordSet.Rounds, partition,
        [
            RecordsExtensions.Put(RoundRows.Counter, counter with { Next = counter.Next + 1 }, version),
            new Write.Insert(entryKey, TedoriJson.Write(entry)),
            new Write.Insert(RoundRows.Keys + Hash(key), TedoriJson.Write(entryKey)),
        ], cancellation);
        return outcome.Succeeded ? entry : null;
    }

    private async Task<EntryAnswer> RefuseAsync(
        RoundId round, Instant receivedAt, string key, Refusal refusal, CancellationToken cancellation)
    {
        TedoriMeter.Refusals.Add(1, new KeyValuePair<string, object?>(MetricNames.CodeTag, refusal.Code));
        var row = new EntryAttemptRow(receivedAt, key, refusal);
        var write = new Write.Upsert(RoundRows.Attempts + Hash(key), TedoriJson.Write(row));
        await records.CommitAsync(RecordSet.Rounds, round.ToString(), [write], cancellation);
        return new EntryAnswer.Refused(refusal);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
