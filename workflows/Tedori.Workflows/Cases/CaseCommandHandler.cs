using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Serialization;
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
public sealed class CaseCommandHandler(IRecords records, EditionCatalog editions, CaseDirectory directory, IHints hints)
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
        (await RowAsync(id, cancellation)).Body;

    /// <summary>The case as one request reads it, or null where there is none.</summary>
    public async Task<LoadedCase?> LoadAsync(CaseId id, CancellationToken cancellation = default)
    {
        var (snapshot, version) = await RowAsync(id, cancellation);
        return snapshot is null
            ? null
            : new(snapshot, version!, () => new CaseHistory(records).EventsAsync(id, cancellation));
    }

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
        return await DecideAsync(found.Id, command, found.Snapshot, found.Version, cancellation);
    }

    private async Task<CaseAnswer> HandleAsync(
        CaseId id, CaseCommand command, int? seen, CancellationToken cancellation)
    {
        using var span = TedoriTrace.Start("CaseDesk.Handle", id);
        return await RecordsExtensions.UntilCommittedAsync(() => TryAsync(id, command, seen, cancellation));
    }

    private async Task<CaseAnswer?> TryAsync(CaseId id, CaseCommand command, int? seen, CancellationToken cancellation)
    {
        var (snapshot, version) = await RowAsync(id, cancellation);
        if (snapshot is null && command is not CaseCommand.Enter)
            return new CaseAnswer.NotFound(id);
        if (seen is { } number && snapshot is not null && snapshot.Events != number)
            return new CaseAnswer.Changed(snapshot.State, number, snapshot.Events);
        return await DecideAsync(id, command, snapshot, version, cancellation);
    }

    private async Task<CaseAnswer?> DecideAsync(
        CaseId id, CaseCommand command, CaseSnapshot? snapshot, string? version, CancellationToken cancellation) =>
        CaseDecider.Decide(editions.Of(id), snapshot?.State, command) switch
        {
            Decision.Refused r => await RefuseAsync(id, snapshot?.State, command, r.Refusal, cancellation),
            Decision.Accepted { Events.Count: 0 } => await RepeatAsync(snapshot!, command, cancellation),
            Decision.Accepted a => await CommitAsync(id, command, snapshot, version, a.Events, cancellation),
            var other => throw new InvalidOperationException($"Unknown decision {other.GetType().Name}."),
        };

    private Task<(CaseSnapshot? Body, string? Version)> RowAsync(CaseId id, CancellationToken cancellation) =>
        records.ReadAsync<CaseSnapshot>(RecordSet.Cases, id.ToString(), CaseRows.Snapshot, cancellation);

    private async Task<CaseAnswer?> CommitAsync(
        CaseId id, CaseCommand command, CaseSnapshot? before, string? version, IReadOnlyList<CaseEvent> events,
        CancellationToken cancellation)
    {
        var writes = new List<Write>();
        var notices = new List<NoticeId>();
        var (state, number, hash) = (before?.State, before?.Events ?? 0, before?.Hash ?? HashChain.Start);
        foreach (var e in events)
        {
            state = CaseEvolution.Evolve(state, e);
            number++;
            (var body, hash) = EventRow.Chain(e, number, hash);
            writes.Add(new Write.Insert(CaseRows.Event(number), body));
            if (NoticeComposer.Compose(editions.Of(id), state, e, number) is { } notice)
            {
                writes.Add(new Write.Insert(CaseRows.Outbox + notice.Id, TedoriJson.Write(notice)));
                notices.Add(notice.Id);
            }
        }

        writes.Add(RecordsExtensions.Put(CaseRows.Snapshot, new CaseSnapshot(state!, number, hash), version));
        var outcome = await records.CommitAsync(RecordSet.Cases, id.ToString(), writes, cancellation);
        if (!outcome.Succeeded)
            return null;
        FilingMetrics.Count(events);
        await HintAsync(id, command, events, notices, cancellation);
        await directory.PutAsync(state!, number, cancellation);
        return new CaseAnswer.Accepted(state!, events, number);
    }

    private async Task HintAsync(
        CaseId id, CaseCommand command, IReadOnlyList<CaseEvent> events, List<NoticeId> notices,
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

    private async Task<CaseAnswer> RefuseAsync(
        CaseId id, CaseState? state, CaseCommand command, Refusal refusal, CancellationToken cancellation)
    {
        TedoriMeter.Refusals.Add(1, new KeyValuePair<string, object?>(MetricNames.CodeTag, refusal.Code));
        (Step Step, Filing Filing)? filed = command switch
        {
            CaseCommand.RegisterCompany c => (Step.CompanyRegistration, c.Filing),
            CaseCommand.RegisterProject c => (Step.ProjectRegistration, c.Filing),
            CaseCommand.SubmitClaim c => (Step.Claim, c.Filing),
            CaseCommand.AnswerCorrection c => (ReviewOf(state!), c.Filing),
            _ => null,
        };
        if (filed is var (step, filing))
        {
            var row = new AttemptRow(command.At, step, filing.Receipt, filing.Key, refusal);
            var write = new Write.Upsert(CaseRows.Attempt(command.At, filing.Key), TedoriJson.Write(row));
            await records.CommitAsync(RecordSet.Cases, id.ToString(), [write], cancellation);
        }

        return new CaseAnswer.Refused(refusal);
    }

    private static Step ReviewOf(CaseState state) => state.Correction?.Review ?? state.ClosedIn ?? state.Step;
}
