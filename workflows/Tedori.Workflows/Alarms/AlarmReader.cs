using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Alarms;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Health;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Workflows.Alarms;

/// <summary>
/// Finds what is an alarm now. Each kind is read by itself and for a minute at most: one that cannot be read hides none of
/// the others, and is an alarm itself. No list of cases is read.
/// </summary>
public sealed class AlarmReader(
    EditionCatalog editions, RoundRecords rounds, MailTraffic traffic, FailedInstances instances, SweepLog sweeps,
    IRecords records, IClock clock, ILogger<AlarmReader> logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>The edition whose office is at work: the last whose first round has opened, else the first.</summary>
    public Edition EditionOf(Instant now)
    {
        var today = JapanTime.DateOf(now);
        return editions.All.LastOrDefault(e => e.Rounds[0].EntryOpens <= today) ?? editions.All.First();
    }

    /// <summary>The alarms at an instant, and the kinds of which nothing is known.</summary>
    public async Task<(IReadOnlyList<OfficeAlarm> Alarms, IReadOnlyList<AlarmKind> Unread)> ReadAsync(
        CancellationToken cancellation = default)
    {
        var (alarms, unread) = (new List<OfficeAlarm>(), new List<AlarmKind>());
        foreach (var (kind, read) in Readers())
        {
            if (await ReadAsync(kind, read, cancellation) is { } found)
                alarms.AddRange(found);
            else
                unread.Add(kind);
        }

        if (SystemAlarms.Unread(unread, clock.GetCurrentInstant()) is { } blind)
            alarms.Add(blind);
        return (alarms, unread);
    }

    private (AlarmKind Kind, Func<Instant, CancellationToken, Task<OfficeAlarm?[]>> Read)[] Readers() =>
    [
        (AlarmKind.Results, ResultsAsync),
        (AlarmKind.Delivery, async (now, c) => [MailAlarms.Undelivered(EditionOf(now), await traffic.FlowAsync(c), now)]),
        (AlarmKind.HandOver, async (now, c) => [MailAlarms.NotTaken(EditionOf(now), await traffic.FlowAsync(c), now)]),
        (AlarmKind.Instances, async (now, c) =>
            [SystemAlarms.Failed(await instances.CountAsync(c), FailedInstances.Most, now)]),
        (AlarmKind.Sweeper, async (now, c) => [SystemAlarms.Silent(await SweptAsync(c), SweepLog.Patience, now)]),
    ];

    private async Task<IReadOnlyList<OfficeAlarm>?> ReadAsync(
        AlarmKind kind, Func<Instant, CancellationToken, Task<OfficeAlarm?[]>> read, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return [.. (await read(clock.GetCurrentInstant(), limit.Token).WaitAsync(limit.Token)).OfType<OfficeAlarm>()];
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(AlarmEvents.Unread, e, "Whether there is an alarm of {Kind} cannot be read.", kind);
            return null;
        }
    }

    private async Task<OfficeAlarm?[]> ResultsAsync(Instant now, CancellationToken cancellation)
    {
        var unsent = (await sweeps.LastAsync(cancellation))?.Report.UnsentResults;
        var found = new List<OfficeAlarm?>();
        foreach (var (edition, round) in editions.All.SelectMany(e => e.Rounds, (e, r) => (e, r)))
        {
            // A round that lies ahead may be in a year whose holidays nobody knows yet.
            if (JapanTime.DateOf(now) <= round.EntryCloses || now < ResultAlarms.Begins(edition, round))
                continue;
            var (state, _) = await rounds.StateAsync(new(edition.Id, round.Number), cancellation);
            var waiting = unsent?.GetValueOrDefault(state.Id.ToString()) ?? 0;
            var entries = await EntriesAsync(state, cancellation);
            found.Add(ResultAlarms.Of(edition, new(state.Id, state.Phase, entries, waiting), now));
        }

        return [.. found];
    }

    // Counted when the list is frozen; before that, the last number says whether there are any.
    private async Task<int> EntriesAsync(RoundState state, CancellationToken cancellation) =>
        state.Phase >= RoundPhase.Sealed ? state.Entries : await rounds.LastSerialAsync(state.Id, cancellation);

    private async Task<Instant?> SweptAsync(CancellationToken cancellation) =>
        (await sweeps.LastAsync(cancellation))?.At
            ?? (await records.ReadAsync(InstallationRows.Mark, cancellation))?.Body.Began;
}
