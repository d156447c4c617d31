using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Programme.Notices;
using Tedori.Programme.Programmes;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Hints;
using Tedori.Workflows.Listings;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// Finds in the records whatever is due and not done, and does it: covers hints that were lost, timers that never fired and
/// processes that died between a commit and its hint. Does the same idempotent work as the orchestrations.
/// </summary>
public sealed class Sweeper(
    IRecords records, EditionShelf editions, RoundRecords rounds, RoundDesk roundDesk, PlaceDesk places, EntryDesk entries,
    CaseDesk cases, CaseDirectory directory, IHints hints, IClock clock)
{
    private static readonly Duration OutboxPatience = Duration.FromMinutes(5);

    /// <summary>Sweeps every round of every edition.</summary>
    public Task<SweepReport> SweepAsync(CancellationToken cancellation = default) => RunAsync(rearm: false, cancellation);

    /// <summary>Sweeps, and makes sure that every orchestration which should run does: rebuilds an empty task hub.</summary>
    public Task<SweepReport> RearmAsync(CancellationToken cancellation = default) => RunAsync(rearm: true, cancellation);

    private async Task<SweepReport> RunAsync(bool rearm, CancellationToken cancellation)
    {
        var total = new SweepReport(0, 0, 0, 0, 0);
        foreach (var edition in editions.All)
        {
            foreach (var round in edition.Rounds)
                total = Add(total, await SweepAsync(edition, new(edition.Id, round.Number), rearm, cancellation));
        }

        return total;
    }

    private static SweepReport Add(SweepReport a, SweepReport b) => new(
        a.Rounds + b.Rounds, a.Cases + b.Cases, a.Late + b.Late, a.Unopened + b.Unopened, a.Unsent + b.Unsent);

    private async Task<SweepReport> SweepAsync(Edition edition, RoundId id, bool rearm, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var (state, _) = await rounds.StateAsync(id, cancellation);
        var overdue = state.Phase < RoundPhase.Published && RoundSchedule.NextDue(edition, state) <= now;
        if (rearm ? state.Phase < RoundPhase.Published : overdue)
        {
            await roundDesk.AdvanceAsync(id, cancellation);
            await hints.RoundOpenedAsync(id, cancellation);
            await hints.RoundChangedAsync(id, cancellation);
        }

        var (report, ends) = (new SweepReport(1, 0, 0, 0, 0), new RoundEnds());
        foreach (var (entry, version) in await rounds.EntriesAsync(id, cancellation))
        {
            if (!entry.Closed)
                report = Add(report, await SweepAsync(edition, entry, version, ends, rearm, now, cancellation));
        }

        if (state.Phase == RoundPhase.Published
            && (rearm || ends.Differ((await places.StatementAsync(id, cancellation)).Lapsed)))
            await places.SettleAsync(id, cancellation);
        return report;
    }

    private async Task<SweepReport> SweepAsync(
        Edition edition, EntryRow entry, string version, RoundEnds ends, bool rearm, Instant now, CancellationToken cancellation)
    {
        var unsent = await SweepOutboxAsync(entry.CaseId, rearm, now, cancellation);
        if (await cases.ReadAsync(entry.CaseId, cancellation) is not { } snapshot)
        {
            await entries.OpenCaseAsync(entry, cancellation);
            return new(0, 1, 0, 1, unsent.Late);
        }

        ends.Saw(snapshot.State);
        await directory.EnsureAsync(snapshot.State, snapshot.Events, cancellation);
        if (snapshot.State.IsClosed)
        {
            // A lapse may still be undone by the post, so a lapsed case stays in sight.
            if (unsent.Waiting == 0 && snapshot.State.Outcome != Outcome.Lapsed)
            {
                // Nobody looks at it again: an orchestration that was not told of the end would wait for ever.
                await hints.CaseChangedAsync(entry.CaseId, cancellation);
                await CloseAsync(entry, version, cancellation);
                ends.Closed();
            }

            return new(0, 0, 0, 0, unsent.Late);
        }

        var due = CaseDecider.Decide(edition, snapshot.State, new CaseCommand.PassTime(now)) is Decision.Accepted { Events.Count: > 0 };
        if (due)
            await cases.HandleAsync(entry.CaseId, new CaseCommand.PassTime(now), cancellation);
        if (due || rearm)
        {
            await hints.CaseOpenedAsync(entry.CaseId, cancellation);
            await hints.CaseChangedAsync(entry.CaseId, cancellation);
        }

        return new(0, 1, due ? 1 : 0, 0, unsent.Late);
    }

    private async Task<(int Waiting, int Late)> SweepOutboxAsync(
        CaseId id, bool rearm, Instant now, CancellationToken cancellation)
    {
        var (waiting, late) = (0, 0);
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Cases, id.ToString(), CaseRows.Outbox, cancellation))
        {
            waiting++;
            var notice = TedoriJson.Read<Notice>(row.Body);
            var overdue = notice.CausedAt + OutboxPatience <= now;
            late += overdue ? 1 : 0;
            if (overdue || rearm)
                await hints.NoticePendingAsync(notice.Id, cancellation);
        }

        return (waiting, late);
    }

    private Task<CommitOutcome> CloseAsync(EntryRow entry, string version, CancellationToken cancellation)
    {
        var write = RecordsExtensions.Put(RoundRows.Entry(entry.CaseId.Serial), entry with { Closed = true }, version);
        return records.CommitAsync(RecordSet.Rounds, entry.CaseId.Round.ToString(), [write], cancellation);
    }
}
