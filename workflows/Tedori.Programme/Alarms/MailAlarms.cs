using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Notices;

namespace Tedori.Programme.Alarms;

/// <summary>
/// When mail is silent: nothing arrives, or nothing is taken, for four hours in which the office is open. Who may have
/// to telephone instead is there in these hours alone.
/// </summary>
public static class MailAlarms
{
    // A mail or two that come back are tasks of their own; all of half an hour and more are a fault of ours.
    private const int ManyReturned = 3;

    /// <summary>How long the office was open meanwhile before it is an alarm (inclusive).</summary>
    public static readonly Duration Patience = Duration.FromHours(4);

    /// <summary>
    /// The alarm that mails were taken and no report of a delivery came since, or null. Reports that mails came back are no
    /// delivery, but end the wait for one where only few mails left.
    /// </summary>
    /// <exception cref="YearNotCoveredException">The time runs into a year without holidays.</exception>
    public static OfficeAlarm? Undelivered(Edition edition, MailFlow flow, Instant now)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var last = Last(flow.Delivered);
        var unreported = flow.Taken.Where(t => t > last).ToList();
        if (unreported.Count == 0 || !IsLong(edition, unreported.Min(), now))
            return null;
        var returned = flow.Returned.Any(r => r > last);
        if (returned && unreported.Count < ManyReturned)
            return null;
        return new(
            "delivery", AlarmKind.Delivery, "メールの不達",
            $"{JapaneseDate.Full(unreported.Min())}から後に送信したメールについて、届いたという報告が開庁時間で4時間以上ありません。"
                + (returned ? "戻ってきたという報告だけが来ています。" : ""),
            "メールサーバーの状態と配信報告の受信の設定を、システム管理者と確認してください。期限の近い企業には電話で連絡してください。",
            "/staff", unreported.Min());
    }

    /// <summary>The alarm that the mail server took no mail since it first did not, or null.</summary>
    /// <exception cref="YearNotCoveredException">The time runs into a year without holidays.</exception>
    public static OfficeAlarm? NotTaken(Edition edition, MailFlow flow, Instant now)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var last = Last([.. flow.Taken, .. flow.Delivered]);
        var failed = flow.Failed.Where(t => t > last).ToList();
        return failed.Count == 0 || !IsLong(edition, failed.Min(), now)
            ? null
            : new(
                "handover", AlarmKind.HandOver, "メールの送信の停止",
                $"{JapaneseDate.Full(failed.Min())}から、開庁時間で4時間以上、メールサーバーがメールを受け付けていません。",
                "メールサーバーの状態、接続先及び認証の設定を、システム管理者と確認してください。期限の近い企業には電話で連絡してください。",
                "/staff", failed.Min());
    }

    private static bool IsLong(Edition edition, Instant since, Instant now) =>
        OfficeHours.Between(edition, since, now) >= Patience;

    private static Instant Last(IReadOnlyList<Instant> instants) => instants.Count == 0 ? Instant.MinValue : instants.Max();
}
