using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;

namespace Tedori.Programme.Alarms;

/// <summary>
/// When the result notices of a round are at risk: guideline 1(4) has them out within seven business days of the close.
/// They count as out once the mail server has them; those that come back are tasks of their own.
/// </summary>
public static class ResultAlarms
{
    // Of seven: the third and the fifth.
    private const int FirstBeforeLast = 4;
    private const int SecondBeforeLast = 2;

    /// <summary>
    /// From when on it is an alarm that they are not out: the opening hour of the third of seven business days, Asia/Tokyo.
    /// </summary>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public static Instant Begins(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return JapanTime.At(DayOf(edition, round, FirstBeforeLast), edition.Hours.Opens);
    }

    /// <summary>The alarm at an instant, or null where there is none.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="results">How far the result notices of a round of it are.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public static OfficeAlarm? Of(Edition edition, RoundResults results, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(results);
        var round = edition.Round(results.Id.Number);
        if (results.AreOut || now < Begins(edition, round))
            return null;
        var late = now >= JapanTime.EndOf(edition.ResultDue(round));
        return new(
            $"results-{results.Id}", AlarmKind.Results,
            $"第{round.Number}回の結果通知の遅れ{(late ? "" : "のおそれ")}({results.Id})",
            $"{When(edition, round, now)}{Far(results)}", Act(edition, round, results.Phase),
            $"/staff/rounds#{results.Id}", Begins(edition, round));
    }

    private static LocalDate DayOf(Edition edition, Round round, int beforeLast) => edition.Calendar.AddBusinessDays(
        round.EntryCloses, Math.Max(1, edition.Windows.ResultNoticeBusinessDays - beforeLast));

    private static string When(Edition edition, Round round, Instant now)
    {
        var (last, due) = (edition.Windows.ResultNoticeBusinessDays, edition.ResultDue(round));
        if (now >= JapanTime.EndOf(due))
            return $"結果通知の期限(受付終了から{last}営業日目の{JapaneseDate.MonthDay(due)})を過ぎました。";
        var second = DayOf(edition, round, SecondBeforeLast);
        var reached = now >= JapanTime.At(second, edition.Hours.Opens) ? second : DayOf(edition, round, FirstBeforeLast);
        var days = edition.Calendar.BusinessDaysBetween(round.EntryCloses, reached);
        return $"受付終了から{days}営業日目({JapaneseDate.MonthDay(reached)})になりました。"
            + $"結果通知の期限は{last}営業日目の{JapaneseDate.MonthDay(due)}です。";
    }

    private static string Far(RoundResults results) => results.Phase switch
    {
        RoundPhase.Published => $"結果通知のうち{results.Waiting}件がまだ送信されていません。",
        RoundPhase.Released => $"結果を公表中で、まだ終わっていません(応募{results.Entries}件)。",
        RoundPhase.Drawn => $"抽選の結果がまだ公表されていません(応募{results.Entries}件)。",
        _ => $"抽選がまだ終わっていません(応募{results.Entries}件)。",
    };

    private static string Act(Edition edition, Round round, RoundPhase phase) => phase switch
    {
        RoundPhase.Published or RoundPhase.Released =>
            "通知の状態とメールサーバーを確認してください。期限までに送信できないときは、企業に電話で連絡してください。",
        RoundPhase.Drawn => "結果を確認して公表を起案し、別の承認者の決裁を受けてください。"
            + $"決裁がなければ{JapaneseDate.Full(RoundSchedule.ReleaseAtLatest(edition, round))}に自動で公表します。",
        _ => "抽選の状態を確認し、進んでいないときはシステム管理者に連絡してください。",
    };
}
