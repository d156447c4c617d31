using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Editions;

/// <summary>
/// A deadline (締切). The electronic channel is half-open on the time of receipt; post is decided by the date of its
/// postmark (guideline 1(4)). Lateness never depends on when something is processed.
/// </summary>
/// <param name="Date">The last day, Asia/Tokyo, inclusive.</param>
/// <param name="ElectronicEnd">First instant that is too late electronically (exclusive end).</param>
/// <param name="PostAllowed">Whether post is accepted at all.</param>
/// <param name="SettledAt">
/// First instant at which nothing is expected any more: the end of the settlement of the post, or
/// <paramref name="ElectronicEnd"/> where post is not accepted.
/// </param>
/// <param name="Explanation">In Japanese, in sentences of at most 60 characters: date, how it is counted, both channels.</param>
public sealed record Cutoff(
    LocalDate Date, Instant ElectronicEnd, bool PostAllowed, Instant SettledAt, string Explanation)
{
    /// <summary>The declared outage that gives more time online, or null.</summary>
    public Outage? Outage { get; init; }

    /// <summary>How its date is counted, in one Japanese sentence, or null where the edition or staff fix it.</summary>
    public string? Counted { get; init; }

    /// <summary>Whether a filing with this receipt is on time.</summary>
    public bool Admits(Receipt receipt) => receipt.Match(
        electronic => electronic.ReceivedAt < ElectronicEnd,
        post => PostAllowed && post.Postmark <= Date);

    /// <summary>A deadline whose date the edition fixes.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="date">The date.</param>
    /// <param name="rule">Where the date comes from, in Japanese, for example 第1回の企業情報の登録期限(募集要項1(4)(イ)).</param>
    /// <param name="post">Whether post is accepted.</param>
    public static Cutoff On(Edition edition, LocalDate date, string rule, bool post) =>
        Build(edition, date, post, $"{rule}は{JapaneseDate.Full(date)}です。");

    /// <summary>A deadline counted in business days from the day after a base date.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="from">The base date, which is not counted.</param>
    /// <param name="businessDays">How many business days, at least 1.</param>
    /// <param name="rule">What is due, in Japanese, for example 補正の期限.</param>
    /// <param name="post">Whether post is accepted.</param>
    public static Cutoff After(Edition edition, LocalDate from, int businessDays, string rule, bool post)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var counted = CountedDay.After(edition.Calendar, from, businessDays);
        return Build(edition, counted.Date, post, $"{rule}は{JapaneseDate.Full(counted.Date)}です。{counted.Sentence}") with
        {
            Counted = counted.Sentence,
        };
    }

    private static Cutoff Build(Edition edition, LocalDate date, bool post, string what)
    {
        var (end, outage) = edition.Outages.EndOf(JapanTime.At(date, edition.Hours.Closes));
        var settled = post
            ? Instant.Max(
                end, JapanTime.EndOf(edition.Calendar.AddBusinessDays(date, edition.Windows.PostalSettlementBusinessDays)))
            : end;
        var before = $"同日{Clock(edition.Hours.Closes)}より前に受信したもの";
        var how = post
            ? $"電子申請は{before}、郵送は同日までの消印があるものが有効です。"
            : $"電子申請で{before}だけが有効です(郵送は受け付けません)。";
        return new(date, end, post, settled, $"{what}{how}{More(outage)}") { Outage = outage };
    }

    private static string More(Outage? outage) => outage is null
        ? ""
        : $"システムの障害({outage.Reason})のため、電子申請は{JapaneseDate.Full(outage.Until)}までに受信したものを有効とします。";

    private static string Clock(LocalTime time) =>
        time.Minute == 0 ? $"{time.Hour}時" : $"{time.Hour}時{time.Minute}分";
}
