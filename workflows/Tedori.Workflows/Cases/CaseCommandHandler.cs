using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Cases;

/// <summary>
/// The one way to change a case: reads it, lets the rules decide, commits state, events and outbox in one transaction,
/// and only then hints. Safe to repeat.
/// </summary>
public sealed class CaseCommandHandler(
    IRecords records, EditionCatalog editions, CaseDirectory directory, IHints hints,
    RecentRows<CaseSnapshot> recent)
{
    /// <summary>Handles a command.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<CaseAnswer> HandleAsync(CaseId id, CaseCommand command, CancellationToken cancellation = default) =>
        HandleAsync(id, command, (int?)null, cancellation);

    /// <summary>Handles a command of somebody who has seen the case as it was after a number of events.</summary>
    /// <param name="id">The case.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="seen">
    /// How many events there were when the case was shown; if there are more now, nothing is changed.
    /// </param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<CaseAnswer> HandleAsync(
        CaseId id, CaseCommand command, int seen, CancellationToken cancellation = default) =>
        HandleAsync(id, command, (int?)seen, cancellation);

    /// <summary>The case as it stands, or null where there is none.</summary>
    public async Task<CaseSnapshot?> ReadAsync(CaseId id, CancellationToken cancellation = default) =>
        (await recent.ReadAsync(records, CaseRows.Snapshot(id), cancellation))?.Body;

    /// <summary>The case as one request reads it, or null where there is none.</summary>
    public async Task<LoadedCase?> LoadAsync(CaseId id, CancellationToken cancellation = default) =>
        await recent.ReadAsync(records, CaseRows.Snapshot(id), cancellation) is { } row
            ? new(row, () => new CaseHistory(records).EventsAsync(id, cancellation))
            : null;

    /// <summary>
    /// Handles a command on the case as it was loaded, without reading it again. Null where somebody has changed it since:
    /// nothing was done, and whoever judged by it loads it and judges again.
    /// </summary>
    public async Task<CaseAnswer?> TryHandleAsync(
        LoadedCase found, CaseCommand command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(command);
        using var span = TedoriTrace.Start("CaseDesk.Handle", found.Id);
        var change = await DecideAsync(found.Id, command, seen: null, found.Row.Body, cancellation);
        return await records.TryChangeAsync(CaseRows.Snapshot(found.Id), found.Row, change, cancellation)
            ? await AnswerAsync(found.Id, command, change.Result, cancellation)
            : null;
    }

    /// <summary>Judges a case as it was loaded, and loads it and judges again while others change it meanwhile.</summary>
    /// <param name="found">The case as the request read it.</param>
    /// <param name="judge">Judges and handles; null where the case was changed since.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<T> UntilDecidedAsync<T>(
        LoadedCase found, Func<LoadedCase, Task<T?>> judge, CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(judge);
        return await judge(found) ?? await records.UntilCommittedAsync(
            async () => await judge((await LoadAsync(found.Id, cancellation))!), cancellation);
    }

    private async Task<CaseAnswer> HandleAsync(
        CaseId id, CaseCommand command, int? seen, CancellationToken cancellation)
    {
        using var span = TedoriTrace.Start("CaseDesk.Handle", id);
        var result = await records.ChangeAsync(
            CaseRows.Snapshot(id), before => DecideAsync(id, command, seen, before, cancellation), cancellation);
        return await AnswerAsync(id, command, result, cancellation);
    }

    private async Task<Change<CaseSnapshot, (CaseAnswer, Passage?)>> DecideAsync(
        CaseId id, CaseCommand command, int? seen, CaseSnapshot? before, CancellationToken cancellation)
    {
        if (before is null && command is not CaseCommand.Enter)
            return new(before, (new CaseAnswer.NotFound(id), null));
        if (seen is { } number && before is not null && before.Events != number)
            return new(before, (new CaseAnswer.Changed(before.State, number, before.Events), null));
        return CaseDecider.Decide(editions.Of(id), before?.State, command) switch
        {
            Decision.Refused r => await RefuseAsync(id, command, before, r.Refusal, cancellation),
            Decision.Accepted { Events.Count: 0 } =>
                new(before, (await RepeatAsync(before!, command, cancellation), null)),
            Decision.Accepted a => Follow(id, before, a.Events),
            var other => throw new InvalidOperationException($"Unknown decision {other.GetType().Name}."),
        };
    }

    private Change<CaseSnapshot, (CaseAnswer, Passage?)> Follow(
        CaseId id, CaseSnapshot? before, IReadOnlyList<CaseEvent> events)
    {
        var writes = new List<RowWrite>();
        var notices = new List<NoticeId>();
        var hash = before?.Hash ?? HashChain.Start;
        var followed = FollowedEvent.Of(editions.Of(id), before?.State, before?.Events ?? 0, events);
        foreach (var (e, number, _, notice) in followed)
        {
            (var body, hash) = EventRow.Chain(e, number, hash);
            writes.Add(CaseRows.Event(id, number).InsertText(body));
            if (notice is null)
                continue;
            writes.Add(CaseRows.Pending(notice.Id).Insert(notice));
            notices.Add(notice.Id);
        }

        var last = followed[^1];
        var after = new CaseSnapshot(last.After, last.Number, hash);
        return new(after, (new CaseAnswer.Accepted(last.After, events, last.Number), new(after, events, notices)), writes);
    }

    private async Task<CaseAnswer> AnswerAsync(
        CaseId id, CaseCommand command, (CaseAnswer Answer, Passage? Passed) result, CancellationToken cancellation)
    {
        if (result.Passed is { } passed)
        {
            FilingMetrics.Count(passed.Events);
            await HintAsync(id, command, passed.Events, passed.Notices, cancellation);
            await directory.PutAsync(passed.After.State, passed.After.Events, cancellation);
        }

        return result.Answer;
    }

    private async Task HintAsync(
        CaseId id, CaseCommand command, IReadOnlyList<CaseEvent> events, IReadOnlyList<NoticeId> notices,
        CancellationToken cancellation)
    {
        // Together, because each waits for a commit of the engine.
        var given = notices.Select(notice => hints.NoticePendingAsync(notice, cancellation)).ToList();
        if (events.Any(e => e is CaseEvent.Entered or CaseEvent.Reinstated or CaseEvent.Promoted))
            given.Add(hints.CaseOpenedAsync(id, cancellation));
        else if (command is not CaseCommand.PassTime)
            given.Add(hints.CaseChangedAsync(id, cancellation));
        await Task.WhenAll(given);
    }

    // A repeated entry may mean that the first try ended between its commit and its hint.
    private async Task<CaseAnswer> RepeatAsync(
        CaseSnapshot snapshot, CaseCommand command, CancellationToken cancellation)
    {
        if (command is CaseCommand.Enter)
            await hints.CaseOpenedAsync(snapshot.State.Id, cancellation);
        return new CaseAnswer.Accepted(snapshot.State, [], snapshot.Events);
    }

    // A filing that is refused stays on record, and the company is told where nobody else tells it.
    private async Task<Change<CaseSnapshot, (CaseAnswer, Passage?)>> RefuseAsync(
        CaseId id, CaseCommand command, CaseSnapshot? before, Refusal refusal, CancellationToken cancellation)
    {
        TedoriMeter.Refusals.Add(1, new KeyValuePair<string, object?>(MetricNames.CodeTag, refusal.Code));
        var answer = new CaseAnswer.Refused(refusal);
        if (RefusedFiling.FiledBy(command, before?.State) is not var (step, filing))
            return new(before, (answer, null));
        var key = CaseRows.Attempt(id, command.At, filing.Key);
        var place = await records.PlaceAsync(CaseRows.AttemptsOf(id, command.At), key, cancellation);
        var row = new AttemptRow(command.At, step, filing.Receipt, filing.Key, refusal, place);
        await records.CommitAsync(key.Upsert(row), cancellation);
        var tell = RefusedFiling.TellOf(command, before!.State, refusal)!;
        if (CaseDecider.Decide(editions.Of(id), before!.State, tell) is not Decision.Accepted { Events.Count: > 0 } told)
            return new(before, (answer, null));
        var change = Follow(id, before, told.Events);
        return change with { Result = (answer, change.Result.Item2) };
    }

    /// <summary>What was committed, for those who are told of it afterwards.</summary>
    private sealed record Passage(
        CaseSnapshot After, IReadOnlyList<CaseEvent> Events, IReadOnlyList<NoticeId> Notices);
}
