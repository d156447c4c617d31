using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

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
        var (opens, closes) = (Clock(edition.Hours.Opens), Clock(edition.Hours.Closes));
        return edition.Rounds.FirstOrDefault(
            r => r.Number > round && now < JapanTime.At(r.EntryCloses, edition.Hours.Closes)) is { } next
            ? $"第{next.Number}回の事前エントリー({JapaneseDate.Full(next.EntryOpens)} {opens}から"
                + $"{JapaneseDate.Full(next.EntryCloses)} {closes}まで)に、改めてお申し込みいただけます。"
            : $"{edition.Name}の事前エントリーは終わりました。この年度に、次の回はありません。";
    }

    private static string Clock(LocalTime time) => $"{time.Hour}:{time.Minute:00}";
}
