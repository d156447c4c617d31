using System.Runtime.ExceptionServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// Finds in the records whatever is due and not done, and does it: covers hints that were lost, timers that never fired
/// and processes that died between a commit and its hint. Does the same idempotent work as the orchestrations.
/// </summary>
public sealed class Sweeper(
    IRecords records, EditionCatalog editions, RoundRecords rounds, RoundService roundDesk, PlaceService places,
    SettledEnds settled, EntryService entries, NearIndex near, SelectedCompanies selected,
    CaseCommandHandler cases, CaseDirectory directory, IEnumerable<IBulkList> bulks, IHints hints, IClock clock)
{
    /// <summary>How many cases are read at once; what is due of them is done one after another.</summary>
    public const int CasesAtOnce = 16;

    private static readonly Duration OutboxPatience = Duration.FromMinutes(5);
    private static readonly Duration BulkPatience = Duration.FromMinutes(15);

    /// <summary>Sweeps every round of every edition, and has work on many cases gone on with.</summary>
    /// <exception cref="DamagedRowException">A row cannot be read. Everything else was swept before.</exception>
    public Task<SweepReport> SweepAsync(CancellationToken cancellation = default) =>
        RunAsync(rearm: false, cancellation);

    /// <summary>
    /// Sweeps, and makes sure that every orchestration which should run does: rebuilds an empty task hub.
    /// </summary>
    /// <exception cref="DamagedRowException">A row cannot be read. Everything else was swept before.</exception>
    public Task<SweepReport> RearmAsync(CancellationToken cancellation = default) =>
        RunAsync(rearm: true, cancellation);

    private async Task<SweepReport> RunAsync(bool rearm, CancellationToken cancellation)
    {
        var total = SweepReport.Nothing;
        var damaged = new DamagedRows();
        foreach (var edition in editions.All)
        {
            foreach (var id in edition.Rounds.Select(r => new RoundId(edition.Id, r.Number)))
                total = total.Plus(await damaged.PassAsync(() => SweepAsync(edition, id, rearm, damaged, cancellation)));
            total = total.Plus(await damaged.PassAsync(() => KeepKeysAsync(edition, cancellation)));
        }

        foreach (var bulk in bulks)
            total = total.Plus(await damaged.PassAsync(() => SweepAsync(bulk, cancellation)));
        damaged.ThrowIfAny();
        return total;
    }

    private async Task<SweepReport> KeepKeysAsync(Edition edition, CancellationToken cancellation)
    {
        await selected.KeepKeysAsync(edition.Id, cancellation);
        return SweepReport.Nothing;
    }

    // Whether it runs is not known, so each is hinted at: one that runs takes no notice.
    private async Task<SweepReport> SweepAsync(IBulkList list, CancellationToken cancellation)
    {
        var (unfinished, now) = (0, clock.GetCurrentInstant());
        await foreach (var (bulk, since) in list.UnfinishedAsync(cancellation))
        {
            await hints.BulkPendingAsync(bulk, cancellation);
            unfinished += since + BulkPatience <= now ? 1 : 0;
        }

        return SweepReport.Nothing with { Unfinished = unfinished };
    }

    private async Task<SweepReport> SweepAsync(
        Edition edition, RoundId id, bool rearm, DamagedRows damaged, CancellationToken cancellation)
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

        var (report, ends, last) = (new SweepReport(1, 0, 0, 0, 0), new RoundEnds(id), 0);
        await foreach (var page in rounds.OpenEntryPagesAsync(id, cancellation))
        {
            await foreach (var reading in new OpenCases(records, cases).ReadAsync(page.Open, cancellation))
                report = report.Plus(await damaged.PassAsync(
                    async () => await SweepAsync(edition, await reading, ends, rearm, now, cancellation)));
            last = page.Last;
        }

        if (state.Phase == RoundPhase.Published && (rearm || settled.Differ(ends)))
        {
            await places.SettleAsync(id, cancellation);
            settled.Keep(ends);
        }

        await near.KeepAsync(id, last, cancellation);
        return report;
    }

    private async Task<SweepReport> SweepAsync(
        Edition edition, SweptCase found, RoundEnds ends, bool rearm, Instant now, CancellationToken cancellation)
    {
        var unsent = await HintOutboxAsync(found.Waiting, rearm, now, cancellation);
        var id = found.Entry.CaseId;
        if (found.Snapshot is not { } snapshot)
        {
            await entries.OpenCaseAsync(found.Entry, cancellation);
            return unsent with { Cases = 1, Unopened = 1 };
        }

        ends.Saw(snapshot.State);
        await directory.EnsureAsync(snapshot.State, snapshot.Events, cancellation);
        if (snapshot.State.IsClosed)
        {
            // A lapse may still be undone by the post, so a lapsed case stays in sight.
            if (found.Waiting.Count == 0 && snapshot.State.Outcome != Outcome.Lapsed)
            {
                // Nobody looks at it again: an orchestration that was not told of the end would wait for ever.
                await hints.CaseChangedAsync(id, cancellation);
                await CloseAsync(found.Entry, found.Version, cancellation);
                ends.Closed();
            }

            return unsent;
        }

        var pass = new CaseCommand.PassTime(now);
        var due = CaseDecider.Decide(edition, snapshot.State, pass) is Decision.Accepted { Events.Count: > 0 };
        if (due)
            await cases.HandleAsync(id, pass, cancellation);
        if (due || rearm)
        {
            await hints.CaseOpenedAsync(id, cancellation);
            await hints.CaseChangedAsync(id, cancellation);
        }

        return unsent with { Cases = 1, Late = due ? 1 : 0 };
    }

    private async Task<SweepReport> HintOutboxAsync(
        IReadOnlyList<Notice> waiting, bool rearm, Instant now, CancellationToken cancellation)
    {
        var unsent = SweepReport.Nothing;
        foreach (var notice in waiting)
        {
            var overdue = (notice.NotBefore ?? notice.CausedAt) + OutboxPatience <= now;
            if (overdue)
                unsent = unsent.Plus(SweepReport.Left(notice));
            if (overdue || rearm)
                await hints.NoticePendingAsync(notice.Id, cancellation);
        }

        return unsent;
    }

    private Task<CommitOutcome> CloseAsync(EntryRow entry, string version, CancellationToken cancellation) =>
        records.CommitAsync(RoundRows.Entry(entry.CaseId).Put(entry with { Closed = true }, version), cancellation);
}

/// <summary>
/// What a sweep met that cannot be read. One damaged row must not hold the deadlines and the mail of all others back: the
/// sweep goes on without it and fails with it at its end, so that it is seen.
/// </summary>
internal sealed class DamagedRows
{
    private ExceptionDispatchInfo? first;

    /// <summary>Does a part of the sweep; where it meets a damaged row, that is kept and nothing is counted.</summary>
    public async Task<SweepReport> PassAsync(Func<Task<SweepReport>> part)
    {
        try
        {
            return await part();
        }
        catch (DamagedRowException e)
        {
            first ??= ExceptionDispatchInfo.Capture(e);
            return SweepReport.Nothing;
        }
    }

    /// <exception cref="DamagedRowException">The first that was met, if any was.</exception>
    public void ThrowIfAny() => first?.Throw();
}
