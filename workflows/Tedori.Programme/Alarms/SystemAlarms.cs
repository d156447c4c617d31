using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Alarms;

/// <summary>When the system does not run as it should, and when that cannot be known.</summary>
public static class SystemAlarms
{
    /// <summary>The alarm that orchestrations failed, or null where none did.</summary>
    /// <param name="count">How many did and were neither restarted nor purged.</param>
    /// <param name="most">Counting ends here.</param>
    /// <param name="now">Now.</param>
    public static OfficeAlarm? Failed(int count, int most, Instant now) => count == 0
        ? null
        : new(
            "instances", AlarmKind.Instances, "処理の失敗",
            $"{count}件{(count == most ? "以上" : "")}の処理が失敗したままです。期限の処理は見回りが補いますが、遅れることがあります。",
            "システム管理者に連絡してください。設定のページから、すべての処理を記録に従って開始し直せます。", "/staff/settings", now);

    /// <summary>The alarm that no sweep has ended for longer than it may take, or null.</summary>
    /// <param name="last">When the last ended, or when the system began where none ever did; null before that.</param>
    /// <param name="patience">How long it may take (inclusive).</param>
    /// <param name="now">Now.</param>
    public static OfficeAlarm? Silent(Instant? last, Duration patience, Instant now) => last is not { } at || now - at <= patience
        ? null
        : new(
            "sweeper", AlarmKind.Sweeper, "期限の見回りの停止",
            $"期限の見回り(5分ごと)が{JapaneseDate.Full(at)}から終わっていません。期限の処理や通知の漏れを補うものが働いていません。",
            "システム管理者に連絡してください。", "/staff", at);

    /// <summary>The alarm that some of this cannot be known, or null where all of it is.</summary>
    /// <param name="unread">What could not be read.</param>
    /// <param name="now">Now.</param>
    public static OfficeAlarm? Unread(IReadOnlyList<AlarmKind> unread, Instant now)
    {
        ArgumentNullException.ThrowIfNull(unread);
        return unread.Count == 0
            ? null
            : new(
                "unread", AlarmKind.Unread, "警報の確認の失敗",
                $"次のことを確認できません: {string.Join("、", unread.Select(AlarmLabels.Of))}。異常があっても警報が出ません。",
                "システム管理者に連絡してください。確認できるようになるまで、職員画面で状態を見てください。", "/staff", now);
    }
}
