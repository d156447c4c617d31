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
        (await records.ReadAsync<CaseSnapshot>(RecordSet.Cases, id.ToString(), CaseRows.Snapshot, cancellation)).Body;

    private async Task<CaseAnswer> HandleAsync(
        CaseId id, CaseCommand command, int? seen, CancellationToken cancellation)
    {
        using var span = TedoriTrace.Start("CaseDesk.Handle", id);
        return await RecordsExtensions.UntilCommittedAsync(() => TryAsync(id, command, seen, cancellation));
    }

    private async Task<CaseAnswer?> TryAsync(CaseId id, CaseCommand command, int? seen, CancellationToken cancellation)
    {
        var (snapshot, version) = await records.ReadAsync<CaseSnapshot>(
            RecordSet.Cases, id.ToString(), CaseRows.Snapshot, cancellation);
        if (snapshot is null && command is not CaseCommand.Enter)
            return new CaseAnswer.NotFound(id);
        if (seen is { } number && snapshot is not null && snapshot.Events != number)
            return new CaseAnswer.Changed(snapshot.State, number, snapshot.Events);
        return CaseDecider.Decide(editions.Of(id), snapshot?.State, command) switch
        {
            Decision.Refused r => await RefuseAsync(id, command, r.Refusal, cancellation),
            Decision.Accepted { Events.Count: 0 } => await RepeatAsync(snapshot!.State, command, cancellation),
            Decision.Accepted a => await CommitAsync(id, command, snapshot, version, a.Events, cancellation),
            var other => throw new InvalidOperationException($"Unknown decision {other.GetType().Name}."),
        };
    }

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
        return new CaseAnswer.Accepted(state!, events);
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
    private async Task<CaseAnswer> RepeatAsync(CaseState state, CaseCommand command, CancellationToken cancellation)
    {
        if (command is CaseCommand.Enter)
            await hints.CaseOpenedAsync(state.Id, cancellation);
        return new CaseAnswer.Accepted(state, []);
    }

    private async Task<CaseAnswer> RefuseAsync(
        CaseId id, CaseCommand command, Refusal refusal, CancellationToken cancellation)
    {
        TedoriMeter.Refusals.Add(1, new KeyValuePair<string, object?>(MetricNames.CodeTag, refusal.Code));
        (Step Step, Filing Filing)? filed = command switch
        {
            CaseCommand.RegisterCompany c => (Step.CompanyRegistration, c.Filing),
            CaseCommand.RegisterProject c => (Step.ProjectRegistration, c.Filing),
            CaseCommand.SubmitClaim c => (Step.Claim, c.Filing),
            CaseCommand.AnswerCorrection c => (await ReviewOfAsync(id, cancellation), c.Filing),
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

    private async Task<Step> ReviewOfAsync(CaseId id, CancellationToken cancellation)
    {
        var state = (await ReadAsync(id, cancellation))!.State;
        return state.Correction?.Review ?? state.ClosedIn ?? state.Step;
    }
}
