using NodaTime;
using Tedori.Functions.Public.Home;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.News;

/// <summary>What has happened to the rounds that the public must know: openings, closings, results, moved dates.</summary>
public sealed class NewsCatalog(EditionCatalog editions, RoundRecords rounds, MovedDeadlines moved)
{
    /// <summary>Most pieces of news that are told, the latest of them.</summary>
    public const int Most = 100;

    /// <summary>The news at an instant, the latest first.</summary>
    public async Task<IReadOnlyList<NewsItem>> AtAsync(Instant now, CancellationToken cancellation)
    {
        List<OfferedRound> all = [.. editions.All.SelectMany(e => e.Rounds, (e, r) => new OfferedRound(e, r))];
        var news = new List<NewsItem>();
        // What has not opened has no news, and no row to read.
        foreach (var round in all.Where(r => r.Window.Opens <= now))
            news.AddRange(Of(round, (await rounds.StateAsync(round.Id, cancellation)).State));
        news.AddRange(all.Where(r => r.Round.Moved is not null).Select(OfWindow));
        news.AddRange((await moved.AllAsync(cancellation)).Where(m => editions.Has(m.Round)).Select(OfDeadline));
        return [.. news.Where(n => n.At <= now).OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Take(Most)];
    }

    private static IEnumerable<NewsItem> Of(OfferedRound round, RoundState state)
    {
        var (window, name) = (round.Window, NameOf(round));
        // What was told then: that it was moved afterwards is news of its own.
        var told = round.Round.Moved is { } moved && moved.At > window.Opens ? EntryWindow.AsWritten(round.Edition, round.Round) : window;
        yield return new(
            $"{round.Id}-opens", window.Opens, $"{name}の事前エントリーの受付を始めました",
            $"{JapaneseDate.Full(told.Closes)}より前に受信したものまで受け付けます。", PathOf(round));
        yield return new(
            $"{round.Id}-closes", window.Closes, $"{name}の事前エントリーを締め切りました",
            $"結果は、{JapaneseDate.Full(ResultBy(round))}までにEメールでお知らせします。", PathOf(round));
        if (state.PublishedAt is { } published)
        {
            yield return new(
                $"{round.Id}-result", published, $"{name}の抽選結果の通知を完了しました",
                "抽選の公表データで、だれでも結果を確かめられます。", PathOf(round));
        }
    }

    private static NewsItem OfWindow(OfferedRound round)
    {
        var window = round.Round.Moved!;
        var before = EntryWindow.AsWritten(round.Edition, round.Round).Closes;
        return new(
            $"{round.Id}-moved-{window.At.ToUnixTimeSeconds()}", window.At,
            $"{NameOf(round)}の事前エントリーの締切を{JapaneseDate.Full(window.Closes)}に延長しました",
            $"延長前は{JapaneseDate.Full(before)}です。理由: {window.Reason}", PathOf(round));
    }

    private NewsItem OfDeadline(MovedDeadline deadline)
    {
        var edition = editions.Of(deadline.Round);
        var track = deadline.Track switch { Track.Plain => "(賃上げなし)", Track.Wage => "(賃上げあり)", _ => "" };
        var step = CaseLabels.Of(deadline.Step);
        return new(
            $"{deadline.Round}-{deadline.Step}-{deadline.Track}-{deadline.At.ToUnixTimeSeconds()}".ToLowerInvariant(), deadline.At,
            $"{edition.YearName}第{deadline.Round.Number}回の{step}の期限{track}を変更しました",
            $"新しい期限は{JapaneseDate.Full(deadline.Date)}です。", $"/rounds/{deadline.Round}");
    }

    private static LocalDate ResultBy(OfferedRound round) => round.Edition.ResultDue(round.Round);

    private static string NameOf(OfferedRound round) => $"{round.Edition.YearName}第{round.Round.Number}回";

    private static string PathOf(OfferedRound round) => $"/rounds/{round.Id}";
}
