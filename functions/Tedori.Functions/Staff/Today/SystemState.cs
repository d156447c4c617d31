using System.Globalization;
using NodaTime;
using Tedori.Programme.Alarms;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Sweeping;

namespace Tedori.Functions.Staff.Today;

/// <summary>Whether the timers fire, the sweeper comes and no process has failed; and the alarms that last.</summary>
public sealed class SystemState(CanaryService canaries, SweepLog sweeps, FailedInstances failed, OfficeAlarms alarms)
{
    /// <summary>What is wrong, as lines of the page, and how everything is, in a sentence each.</summary>
    public async Task<(IReadOnlyList<TodayLine> Faults, IReadOnlyList<string> Health)> LookAsync(
        Instant now, CancellationToken cancellation)
    {
        var open = await alarms.OpenAsync(cancellation);
        // What is looked at here does not wait for the next look for alarms, nor stand here twice.
        (AlarmKind? Kind, string Name, string Words, bool Wrong)[] parts =
        [
            Canary(await canaries.LatestAsync(cancellation)),
            Sweeper(await sweeps.AgeAsync(cancellation)),
            Instances(await failed.CountAsync(cancellation)),
            Alarms(open.Count, now, await alarms.LookedAtAsync(cancellation)),
        ];
        return (
            [
                .. open.Select(o => new TodayLine(
                    TodayKind.System, o.Alarm.Title, o.Alarm.Link, o.Alarm.What + o.Alarm.Act, o.Alarm.Since)),
                .. parts.Where(p => p.Wrong && open.All(o => o.Alarm.Kind != p.Kind)).Select(p => new TodayLine(
                    TodayKind.System, p.Name, "/staff", p.Words + "システム管理者に連絡してください。", now)),
            ],
            [.. parts.Select(p => $"{p.Name}: {p.Words}")]);
    }

    private static (AlarmKind?, string, string, bool) Canary(CanaryRow? latest) => latest switch
    {
        null => (null, "期限の動作確認", "直近3時間の確認はまだありません。", false),
        { FiredAt: { } at } => (null, "期限の動作確認", $"{JapaneseDate.Full(at)}に時間どおり動きました。", false),
        { Due: var due } => (null, "期限の動作確認", $"{JapaneseDate.Full(due)}の確認用の期限が動いていません。", true),
    };

    private static (AlarmKind?, string, string, bool) Sweeper(Duration? age) => age switch
    {
        null => (AlarmKind.Sweeper, "見回り", "まだ一度も行われていません。", false),
        { } a => (AlarmKind.Sweeper, "見回り", $"{Minutes(a)}分前に終わりました。", a > SweepLog.Patience),
    };

    private static (AlarmKind?, string, string, bool) Instances(int count) => count == 0
        ? (AlarmKind.Instances, "処理の失敗", "ありません。", false)
        : (AlarmKind.Instances, "処理の失敗", $"{count}件の処理が失敗しています。", true);

    private static (AlarmKind?, string, string, bool) Alarms(int open, Instant now, Instant? looked) => looked switch
    {
        null => (null, "警報", "まだ一度も確認されていません。", false),
        { } at => (null, "警報", $"{(open == 0 ? "ありません" : $"{open}件あります")}({Minutes(now - at)}分前に確認しました)。",
            now - at > OfficeAlarms.Patience),
    };

    private static string Minutes(Duration age) => age.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);
}
