using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Today;

/// <summary>Rounds whose result is not out, against their seventh business day.</summary>
public sealed class DueRounds(RoundRecords rounds, CaseDirectory directory, EditionCatalog editions)
{
    /// <summary>All of them at an instant.</summary>
    public async Task<IReadOnlyList<TodayLine>> FindAsync(Instant now, CancellationToken cancellation)
    {
        var lines = new List<TodayLine>();
        foreach (var (edition, round) in editions.All.SelectMany(e => e.Rounds, (e, r) => (e, r)))
        {
            var (state, _) = await rounds.StateAsync(new(edition.Id, round.Number), cancellation);
            if (LastDayOf(edition, round) < JapanTime.DateOf(now)
                && state.Phase is not (RoundPhase.Scheduled or RoundPhase.Published))
                lines.AddRange(await LinesAsync(edition, round, state, now, cancellation));
        }

        return lines;
    }

    private static LocalDate LastDayOf(Edition edition, Round round) =>
        JapanTime.DateOf(EntryWindow.Of(edition, round).Closes);

    private async Task<IEnumerable<TodayLine>> LinesAsync(
        Edition edition, Round round, RoundState state, Instant now, CancellationToken cancellation)
    {
        var due = edition.ResultDue(round);
        var left = RemainingDays.Until(edition.Calendar, JapanTime.DateOf(now), due);
        var (name, link) = ($"第{round.Number}回({state.Id})", $"/staff/rounds#{state.Id}");
        var since = state.DrawnAt ?? state.SealedAt ?? JapanTime.EndOf(LastDayOf(edition, round));
        var why = state.Phase switch
        {
            RoundPhase.Released => Words(await ForecastAsync(state, now, cancellation)),
            RoundPhase.Drawn => $"応募{state.Entries}件の結果通知が出ていません。公表の決裁後に送信します。",
            _ => "抽選がまだ終わっていません。抽選の状態を確認してください。",
        };
        var result = new TodayLine(TodayKind.Result, name, link,
            $"結果通知の期限は受付終了から{edition.Windows.ResultNoticeBusinessDays}営業日目の{JapaneseDate.MonthDay(due)}です。{why}", since,
            due, left);
        var automatic = JapaneseDate.Full(RoundSchedule.ReleaseAtLatest(edition, round));
        var draw = new TodayLine(TodayKind.Draw, name, link,
            $"抽選が終わりました。結果を確認し、公表を起案してください。決裁がなければ{automatic}に自動で公表します。", since, due, left);
        return state.Phase == RoundPhase.Drawn ? [draw, result] : [result];
    }

    private async Task<PublicationForecast> ForecastAsync(RoundState state, Instant now, CancellationToken cancellation)
    {
        var (told, left, counted) = (0, 0, 0);
        var midnight = JapanTime.At(JapanTime.DateOf(now), LocalTime.Midnight);
        var since = Instant.Max(midnight, state.ReleasedAt ?? midnight);
        await directory.EachAsync(c =>
        {
            if (c.Id.Round != state.Id)
                return;
            var waits = c.Step == Step.AwaitingDraw;
            (told, left) = waits ? (told, left + 1) : (told + 1, left);
            counted += !waits && c.Since >= since ? 1 : 0;
        }, cancellation);
        return PublicationForecast.Of(told, left, counted, since, now);
    }

    private static string Words(PublicationForecast f) => f switch
    {
        { Left: 0 } => $"{f.Told}件すべてに結果を出しました。",
        { Ends: null } => $"公表中ですが、残り{f.Left}件がまだ動いていません。通知の状態を確認してください。",
        { Ends: { } ends } => string.Create(CultureInfo.InvariantCulture,
            $"公表中です。{f.Told}件済み、残り{f.Left}件。本日のペース(1時間に約{f.PerHour:0}件)なら{JapaneseDate.Full(ends)}に終わる見込みです。"),
    };
}
