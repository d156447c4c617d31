using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Alarms;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Alarms;

/// <summary>
/// The first round closes on Friday, 23 May 2025: the third business day is Wednesday the 28th, the fifth Friday the 30th,
/// the seventh Tuesday, 3 June.
/// </summary>
public sealed class ResultAlarmsTests
{
    private static readonly RoundResults Drawn = new(new("r7", 1), RoundPhase.Drawn, 140, 0);

    [Theory]
    [InlineData("2025-05-28T08:59:00", null)]
    [InlineData("2025-05-28T09:00:00", "受付終了から3営業日目(5月28日(水))になりました。")]
    [InlineData("2025-05-30T08:59:00", "受付終了から3営業日目(5月28日(水))になりました。")]
    [InlineData("2025-05-30T09:00:00", "受付終了から5営業日目(5月30日(金))になりました。")]
    [InlineData("2025-06-01T12:00:00", "受付終了から5営業日目(5月30日(金))になりました。")]
    [InlineData("2025-06-03T23:59:00", "受付終了から5営業日目(5月30日(金))になりました。")]
    [InlineData("2025-06-04T00:00:00", "結果通知の期限(受付終了から7営業日目の6月3日(火))を過ぎました。")]
    public void Of_AnUnpublishedResult_IsAnAlarmFromTheThirdBusinessDayOn(string now, string? begins)
    {
        var alarm = ResultAlarms.Of(Sample.R7, Drawn, Tokyo.At(now));

        Assert.Equal(begins is null, alarm is null);
        Assert.StartsWith(begins ?? "", alarm?.What ?? "", StringComparison.Ordinal);
        Assert.NotEqual(alarm?.What.Contains("過ぎました", StringComparison.Ordinal), alarm?.Title.Contains("おそれ", StringComparison.Ordinal) ?? true);
        Assert.Equal(begins is null ? null : Tokyo.At("2025-05-28T09:00:00"), alarm?.Since);
    }

    [Fact]
    public void Of_AClosedDayBetween_ComesADayLater()
    {
        var closed = Sample.R7 with { Calendar = Sample.R7.Calendar.With([new(Tokyo.Day("2025-05-27"), true, "臨時閉庁")]) };

        Assert.Null(ResultAlarms.Of(closed, Drawn, Tokyo.At("2025-05-29T08:59:00")));
        Assert.NotNull(ResultAlarms.Of(closed, Drawn, Tokyo.At("2025-05-29T09:00:00")));
    }

    // Closed from 29 December to 3 January, and the 4th is a Sunday: 5, 6 and 7 January are the first three.
    [Theory]
    [InlineData("2026-01-07T08:59:00", false)]
    [InlineData("2026-01-07T09:00:00", true)]
    public void Of_ARoundThatClosesBeforeNewYear_WaitsForItsThirdBusinessDay(string now, bool alarms) =>
        Assert.Equal(alarms, ResultAlarms.Of(Closing("2025-12-26"), Drawn, Tokyo.At(now)) is not null);

    [Theory]
    [InlineData(RoundPhase.Scheduled, 140, 0, "抽選がまだ終わっていません(応募140件)。")]
    [InlineData(RoundPhase.Open, 140, 0, "抽選がまだ終わっていません(応募140件)。")]
    [InlineData(RoundPhase.Sealed, 140, 0, "抽選がまだ終わっていません(応募140件)。")]
    [InlineData(RoundPhase.Drawn, 140, 0, "抽選の結果がまだ公表されていません(応募140件)。")]
    [InlineData(RoundPhase.Released, 140, 3, "結果を公表中で、まだ終わっていません(応募140件)。")]
    [InlineData(RoundPhase.Published, 140, 1, "結果通知のうち1件がまだ送信されていません。")]
    [InlineData(RoundPhase.Published, 140, 0, null)]
    [InlineData(RoundPhase.Open, 0, 0, null)]
    public void Of_EachPhase_SaysHowFarItIs(RoundPhase phase, int entries, int waiting, string? ends)
    {
        var results = new RoundResults(Drawn.Id, phase, entries, waiting);

        var alarm = ResultAlarms.Of(Sample.R7, results, Tokyo.At("2025-05-29T10:00:00"));

        Assert.Equal(ends is null, alarm is null);
        Assert.EndsWith(ends ?? "", alarm?.What ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ADrawnRound_SaysWhatToDoAndWhere()
    {
        var alarm = ResultAlarms.Of(Sample.R7, Drawn, Tokyo.At("2025-05-29T10:00:00"))!;

        Assert.Equal(
            ("results-r7-01", "第1回の結果通知の遅れのおそれ(r7-01)", "/staff/rounds#r7-01"), (alarm.Key, alarm.Title, alarm.Link));
        Assert.EndsWith("決裁がなければ令和7年6月3日(火) 10:00に自動で公表します。", alarm.Act, StringComparison.Ordinal);
    }

    private static Edition Closing(string date) => Sample.R7 with
    {
        Rounds = [Sample.R7.Round(1) with { EntryCloses = Tokyo.Day(date) }, .. Sample.R7.Rounds.Skip(1)],
    };
}
