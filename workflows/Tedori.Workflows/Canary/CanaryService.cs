using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Canary;

/// <summary>
/// Plants a deadline every hour and finds those that did not fire: durable timers that stand still would otherwise be
/// noticed only when a company's deadline is missed. Safe to repeat.
/// </summary>
public sealed class CanaryService(IRecords records, StaffTasks tasks, IHints hints, IClock clock)
{
    private static readonly RowPartition Canaries = new(RecordSet.Office, "canary");
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>
    /// Plants the deadline of this hour, at its thirtieth minute, or of the next where that has passed.
    /// </summary>
    /// <returns>When it is due.</returns>
    public async Task<Instant> PlantAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var due = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600) + Duration.FromMinutes(30);
        if (due <= now)
            due += Duration.FromHours(1);
        // A conflict means that it is planted; the hint is given again, in case the first was lost.
        await records.CommitAsync(Key(CanaryId.Of(due)).Insert(new(due, now, null, false)), cancellation);
        await hints.CanaryPlantedAsync(due, cancellation);
        return due;
    }

    /// <summary>Records that a canary fired; answers whether in time.</summary>
    /// <exception cref="InvalidOperationException">It was never planted.</exception>
    public async Task<bool> FireAsync(string id, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var row = await ChangeAsync(
            id, r => r with { FiredAt = now, Missed = r.Missed || r.IsOverdue(now) }, cancellation);
        return !row.Missed;
    }

    /// <summary>Finds canaries that are overdue, tells staff, and drops those older than thirty days.</summary>
    /// <returns>How many were found overdue for the first time.</returns>
    public async Task<int> CheckAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var (old, missed) = (new List<RowWrite>(), 0);
        await foreach (var row in records.ScanAsync(Canaries.All<CanaryRow>(), cancellation))
        {
            var canary = row.Body;
            if (canary.IsOverdue(now) && !canary.Missed)
            {
                await ChangeAsync(row.Key, r => r with { Missed = r.Missed || r.IsOverdue(now) }, cancellation);
                missed++;
            }
            else if (canary.Due + Kept < now && old.Count < IRecords.MostWrites)
            {
                old.Add(Key(row.Key).Delete(row.Version));
            }
        }

        // A conflict means that another run dropped them.
        if (old.Count > 0)
            await records.CommitAsync(old, cancellation);
        return missed;
    }

    /// <summary>
    /// The latest canary that should have fired by now, or null where none was planted in the last three hours.
    /// </summary>
    public async Task<CanaryRow?> LatestAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        CanaryRow? latest = null;
        var recent = Canaries.All<CanaryRow>() with { From = CanaryId.Of(now - Duration.FromHours(3)) };
        await foreach (var canary in records.BodiesAsync(recent, cancellation))
            latest = canary.FiredAt is not null || canary.IsOverdue(now) ? canary : latest;
        return latest;
    }

    private async Task<CanaryRow> ChangeAsync(
        string id, Func<CanaryRow, CanaryRow> change, CancellationToken cancellation)
    {
        var (before, after) = await records.ChangeAsync(Key(id), row =>
        {
            var before = row ?? throw new InvalidOperationException($"There is no canary {id}.");
            var after = before.FiredAt is null ? change(before) : before;
            return new Change<CanaryRow, (CanaryRow Before, CanaryRow After)>(after, (before, after));
        }, cancellation);
        if (after.FiredAt is { } fired && before.FiredAt is null)
            TedoriMeter.CanaryLag.Record((fired - after.Due).TotalSeconds);
        if (after.Missed && !before.Missed)
            TedoriMeter.CanaryMissed.Add(1);
        // Also where an earlier run ended between the row and the task.
        if (after.Missed)
            await TellStaffAsync(after, cancellation);
        return after;
    }

    private static RowKey<CanaryRow> Key(string id) => Canaries.Row<CanaryRow>(id);

    // One task a day: a back end that stands still for a night is one thing to look at.
    private Task TellStaffAsync(CanaryRow canary, CancellationToken cancellation)
    {
        var date = JapanTime.DateOf(canary.Due);
        return tasks.RaiseAsync(new("canaryMissed", LocalDatePattern.Iso.Format(date), clock.GetCurrentInstant(),
            $"{JapaneseDate.Full(canary.Due)}の動作確認用の期限が時間どおりに動きませんでした。システム管理者に連絡し、期限の処理が止まっていないか確認してください。"),
            cancellation);
    }
}
