using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Notices;

/// <summary>When a company that was not drawn may enter again, or that there is no further round.</summary>
public static class NextRound
{
    /// <summary>One sentence: the dates of the next round whose entries are not over, or that this was the last.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="round">Number of the round that the company lost.</param>
    /// <param name="now">When it is told.</param>
    public static string Sentence(Edition edition, int round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Find(edition, round, now) is { } next
            ? $"第{next.Number}回の事前エントリー({Moment(next.Window.Opens)}から{Moment(next.Window.Closes)}まで)に、"
                + "改めてお申し込みいただけます。"
            : $"{edition.Name}の事前エントリーは終わりました。この年度に、次の回はありません。";
    }

    /// <summary>The next round whose entries are not over, with its window; null where there is none.</summary>
    internal static (int Number, EntryWindow Window)? Find(Edition edition, int round, Instant now) => edition.Rounds
        .Select(r => (r.Number, Window: EntryWindow.Of(edition, r)))
        .Where(r => r.Number > round && now < r.Window.Closes)
        .Cast<(int, EntryWindow)?>().FirstOrDefault();

    private static string Moment(Instant at)
    {
        var local = JapanTime.LocalOf(at);
        return $"{JapaneseDate.Full(local.Date)} {local.Hour}:{local.Minute:00}";
    }
}
