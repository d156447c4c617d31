using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>
/// When the end of a round's entry window can be moved (受付期間の延長): to a later instant, until a day after it, and only
/// while the list is not frozen. Pure.
/// </summary>
public static class WindowMove
{
    /// <summary>For how long after its end a window can still be moved (inclusive).</summary>
    public static readonly Duration Patience = Duration.FromHours(24);

    /// <summary>A sealing that is later than this was kept from its time by an outage.</summary>
    public static readonly Duration Late = Duration.FromMinutes(15);

    // Between the draw and its publication: the beacon's fallback, and a look at the result.
    private static readonly Duration Margin = Duration.FromHours(24);

    /// <summary>The latest end with which the draw and the last day for result notices can be kept (inclusive).</summary>
    public static Instant Latest(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        var drawn = RoundSchedule.ReleaseAtLatest(edition, round) - Margin;
        var end = drawn - edition.Windows.Drain - edition.Windows.BeaconDelay;
        return Following(edition, round) is { } next
            ? Instant.Min(end, EntryWindow.Of(edition, next).Opens)
            : end;
    }

    /// <summary>Whether the window of a round can be moved so, or why not.</summary>
    /// <param name="edition">The edition, with what was moved before.</param>
    /// <param name="round">The round.</param>
    /// <param name="phase">How far it is.</param>
    /// <param name="to">The new end, exclusive.</param>
    /// <param name="now">When it is moved.</param>
    public static Refusal? Check(Edition edition, Round round, RoundPhase phase, Instant to, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        var closes = EntryWindow.Of(edition, round).Closes;
        if (phase >= RoundPhase.Sealed)
            return Sealed(round.Number);
        if (now > closes + Patience)
            return new("windowMovedTooLate",
                $"受付期間を延長できるのは、締切({JapaneseDate.Full(closes)})から24時間以内です。");
        if (to <= closes || to <= now)
            return new("windowNotLater",
                $"新しい締切は、今の締切({JapaneseDate.Full(closes)})及び現在より後の日時を指定してください。");
        return to > Latest(edition, round) ? TooFar(edition, round) : null;
    }

    /// <summary>What is said once the list is frozen.</summary>
    public static Refusal Sealed(int number) =>
        new("windowSealed", $"第{number}回は名簿を封印したため、受付期間を延長できません。");

    /// <summary>
    /// Until when a sealing that an outage kept from its time waits, so that two people can still move the window; null
    /// where it does not wait.
    /// </summary>
    /// <param name="edition">The edition, with what was moved.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">When the sealing is looked at.</param>
    public static Instant? HeldUntil(Edition edition, Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var closes = EntryWindow.Of(edition, round).Closes;
        return now > closes + edition.Windows.Drain + Late && now < closes + Patience ? closes + Patience : null;
    }

    private static Refusal TooFar(Edition edition, Round round)
    {
        var latest = Latest(edition, round);
        var why = Following(edition, round) is { } next && EntryWindow.Of(edition, next).Opens == latest
            ? $"第{next.Number}回の受付が始まります"
            : $"抽選と{edition.Windows.ResultNoticeBusinessDays}営業日目の結果通知に間に合いません";
        return new("windowTooFar",
            $"第{round.Number}回の新しい締切は、{JapaneseDate.Full(latest)}までの日時を指定してください。それより後では、{why}。");
    }

    private static Round? Following(Edition edition, Round round) =>
        edition.Rounds.FirstOrDefault(r => r.Number == round.Number + 1);
}
