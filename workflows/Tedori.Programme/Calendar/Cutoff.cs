using NodaTime;
using Tedori.Programme.Programmes;

namespace Tedori.Programme.Calendar;

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
/// <param name="Explanation">One Japanese sentence: base date, rule, days skipped.</param>
public sealed record Cutoff(
    LocalDate Date, Instant ElectronicEnd, bool PostAllowed, Instant SettledAt, string Explanation)
{
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
        Build(edition, date, post, $"{rule}は{JapaneseDate.Full(date)}です");

    /// <summary>A deadline counted in business days from the day after a base date.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="from">The base date, which is not counted.</param>
    /// <param name="businessDays">How many business days, at least 1.</param>
    /// <param name="rule">What is due, in Japanese, for example 補正の期限.</param>
    /// <param name="post">Whether post is accepted.</param>
    public static Cutoff After(Edition edition, LocalDate from, int businessDays, string rule, bool post)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(businessDays, 1);
        var date = edition.Calendar.AddBusinessDays(from, businessDays);
        var closed = edition.Calendar.ClosedDays(from, date);
        var skipped = closed.Count == 0 ? "" : $"、閉庁日{string.Join("・", closed.Select(JapaneseDate.MonthDay))}を除く";
        return Build(edition, date, post,
            $"{rule}は{JapaneseDate.Full(from)}の翌日から数えて{businessDays}営業日目({skipped.TrimStart('、')})" +
            $"の{JapaneseDate.Full(date)}です");
    }

    private static Cutoff Build(Edition edition, LocalDate date, bool post, string what)
    {
        var end = JapanTime.At(date, edition.Hours.Closes);
        var settled = post
            ? JapanTime.EndOf(edition.Calendar.AddBusinessDays(date, edition.Windows.PostalSettlementBusinessDays))
            : end;
        var closes = $"{edition.Hours.Closes.Hour}時{(edition.Hours.Closes.Minute == 0 ? "" : $"{edition.Hours.Closes.Minute}分")}";
        var how = post ? $"電子申請は{closes}より前の受信、郵送は当日の消印まで有効" : $"{closes}より前の受信まで有効、郵送は不可";
        return new(date, end, post, settled, $"{what}({how})。");
    }
}
