using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Editions;

/// <summary>
/// A time in which the electronic channel was not there (システムの障害), as two people declared it. Whatever had to be
/// filed online in it may be filed until its end. Entries have a window of their own (<see cref="MovedWindow"/>), and
/// post is decided by its postmark as ever. Storage format.
/// </summary>
/// <param name="From">When it began; a deadline that ends at this very instant lies in it (inclusive).</param>
/// <param name="Until">
/// When it ended; a deadline that ends at this very instant needs no more time (exclusive), and what is received at
/// this very instant is still on time (inclusive).
/// </param>
/// <param name="Reason">Why, in Japanese; it is published.</param>
/// <param name="At">When it was declared.</param>
/// <param name="Proposal">Id of the proposal: the same again is the same declaration.</param>
public sealed record Outage(Instant From, Instant Until, string Reason, Instant At, string Proposal)
{
    /// <summary>For how long after its end an outage can be declared.</summary>
    public static readonly Duration Patience = Duration.FromHours(24);

    /// <summary>The longest that is believed; for more there is the extension of a round.</summary>
    public static readonly Duration Longest = Duration.FromDays(7);

    /// <summary>First instant that is too late, to the millisecond (exclusive end).</summary>
    [JsonIgnore]
    public Instant End => Until + Duration.FromMilliseconds(1);

    /// <summary>Whether the end of an electronic deadline lies in it.</summary>
    public bool Covers(Instant end) => From <= end && end < Until;

    /// <summary>Whether it can be declared, or why not.</summary>
    /// <param name="now">When it is declared.</param>
    public Refusal? Check(Instant now)
    {
        if (From >= Until)
            return new("outageEndsBefore", "障害の終わりは、始まりより後の日時を指定してください。");
        if (Until - From > Longest)
            return new("outageTooLong", $"障害として届け出られるのは{Longest.Days}日以内です。これより長いときは、回の期限の延長を起案してください。");
        if (now > Until + Patience)
            return new("outageTooLate",
                $"障害の届出は、終わり({JapaneseDate.Full(Until)})から24時間以内です。過ぎたため、申請又は回の期限の延長を起案してください。");
        return string.IsNullOrWhiteSpace(Reason) || Reason.Length > 500
            ? new("reasonMissing", "障害の内容を500文字以内で入力してください。公表されます。")
            : null;
    }
}

/// <summary>What outages do to the end of an electronic deadline.</summary>
public static class Outages
{
    /// <summary>
    /// The first instant that is too late, and the outage that decides it, or null where none does. An outage that began
    /// before the end of another goes on from it.
    /// </summary>
    /// <param name="outages">What was declared.</param>
    /// <param name="end">The end as the edition has it, exclusive.</param>
    public static (Instant End, Outage? By) EndOf(this IReadOnlyList<Outage> outages, Instant end)
    {
        ArgumentNullException.ThrowIfNull(outages);
        var moved = (End: end, By: (Outage?)null);
        while (outages.Where(o => o.Covers(moved.End)).MaxBy(o => o.Until) is { } next)
            moved = (next.End, next);
        return moved;
    }
}
