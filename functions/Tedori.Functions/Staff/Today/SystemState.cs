using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Sweeping;

namespace Tedori.Functions.Staff.Today;

/// <summary>Whether the timers fire, the sweeper comes and no process has failed.</summary>
public sealed class SystemState(CanaryService canaries, SweepLog sweeps, FailedInstances failed)
{
    /// <summary>What is wrong, as lines of the page, and how everything is, in a sentence each.</summary>
    public async Task<(IReadOnlyList<TodayLine> Faults, IReadOnlyList<string> Health)> LookAsync(
        Instant now, CancellationToken cancellation)
    {
        (string Name, string Words, bool Wrong)[] parts =
        [
            Canary(await canaries.LatestAsync(cancellation)),
            Sweeper(await sweeps.AgeAsync(cancellation)),
            Instances(await failed.CountAsync(cancellation)),
        ];
        return (
            [.. parts.Where(p => p.Wrong).Select(p => new TodayLine(
                TodayKind.System, p.Name, "/staff", p.Words + "システム管理者に連絡してください。", now))],
            [.. parts.Select(p => $"{p.Name}: {p.Words}")]);
    }

    private static (string, string, bool) Canary(CanaryRow? latest) => latest switch
    {
        null => ("期限の動作確認", "直近3時間の確認はまだありません。", false),
        { FiredAt: { } at } => ("期限の動作確認", $"{JapaneseDate.Full(at)}に時間どおり動きました。", false),
        { Due: var due } => ("期限の動作確認", $"{JapaneseDate.Full(due)}の確認用の期限が動いていません。", true),
    };

    private static (string, string, bool) Sweeper(Duration? age) => age switch
    {
        null => ("見回り", "まだ一度も行われていません。", false),
        { } a => ("見回り", string.Create(CultureInfo.InvariantCulture, $"{a.TotalMinutes:0}分前に終わりました。"),
            a > SweepLog.Patience),
    };

    private static (string, string, bool) Instances(int count) => count == 0
        ? ("処理の失敗", "ありません。", false)
        : ("処理の失敗", $"{count}件の処理が失敗しています。", true);
}
