using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>
/// The first sentence of a notice and the table under it: what to do, until which day, and how by each channel; or that
/// nothing is to be done.
/// </summary>
internal static class NextTexts
{
    private const string Deadline = "期限";
    private const string Online = "電子申請";
    private const string ByPost = "郵送";
    private const string Otherwise = "期限を過ぎると";
    private const string Nothing = "お手続きは不要です。";
    private const string PostUntil = "この日の消印まで有効です";

    /// <summary>What comes next for a case.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="s">The case after the event.</param>
    /// <param name="e">The event that is told.</param>
    /// <param name="now">When the notice leaves: what is over by then is not asked for.</param>
    public static NoticeNext Of(Edition edition, CaseState s, CaseEvent e, Instant now) => e switch
    {
        CaseEvent.ContactConfirmationAsked => Confirm((s.ContactChange?.At ?? e.At) + ContactChange.Lifetime),
        CaseEvent.FormerContactTold => new($"{Nothing}お心当たりがない場合は、すぐに事務局へご連絡ください。"),
        // What is to be done stands in what staff wrote; the rules would say something else beside it.
        CaseEvent.MessageSent => new("次の内容をご確認ください。"),
        _ when s.Outcome is { } outcome => Ended(edition, s, outcome, now),
        _ when s.HeldSince is not null && s.Step == Step.AwaitingDraw =>
            new($"{Nothing}事務局から、貴社の担当者の確認についてご連絡します。"),
        _ when s.Step == Step.AwaitingDraw => Result(edition, s),
        _ when MissingDocuments.Of(edition, s, e) is { Count: > 0 } => Incomplete(edition, s, e, now),
        _ when CaseSchedule.Current(edition, s) is { } cutoff => Asked(edition, s, cutoff, now),
        _ => new($"{Nothing}審査の結果は、Eメールでお知らせします。"),
    };

    /// <summary>The table of a deadline: the day, both channels, and what happens otherwise.</summary>
    internal static IReadOnlyList<NoticeFact> Table(Edition edition, Cutoff cutoff, string otherwise) =>
    [
        NoticeFact.Of(Deadline, JapaneseDate.Full(cutoff.Date)),
        .. Channels(edition, cutoff),
        .. cutoff.Counted is { } counted ? [NoticeFact.Of("期限の数え方", counted)] : Array.Empty<NoticeFact>(),
        NoticeFact.Of(Otherwise, otherwise),
    ];

    /// <summary>The day of a deadline and both channels.</summary>
    internal static IReadOnlyList<NoticeFact> Table(Edition edition, Cutoff cutoff) =>
        [NoticeFact.Of(Deadline, JapaneseDate.Full(cutoff.Date)), .. Channels(edition, cutoff)];

    private static IEnumerable<NoticeFact> Channels(Edition edition, Cutoff cutoff)
    {
        var closes = $"{edition.Hours.Closes.Hour}:{edition.Hours.Closes.Minute:00}";
        yield return NoticeFact.Of(Online, cutoff.Outage is { } outage
            ? $"{JapaneseDate.Full(outage.Until)}まで(システムの障害のため延長しました)"
            : $"{closes}まで({closes}からは受け付けません)");
        yield return NoticeFact.Of(ByPost, PostUntil);
    }

    private static NoticeNext Confirm(Instant until) => new(
        $"{JapaneseDate.Full(until)}までに、連絡先の変更を確認してください。お心当たりがない場合は、何もしないでください。",
        [NoticeFact.Of(Deadline, JapaneseDate.Full(until)), NoticeFact.Of(Otherwise, "連絡先は変わりません。")]);

    private static NoticeNext Ended(Edition edition, CaseState s, Outcome outcome, Instant now) => outcome switch
    {
        Outcome.Lost => NextRound.Find(edition, s.Id.Round.Number, now) is var (number, window)
            ? new($"{Nothing}第{number}回の事前エントリーに、改めてお申し込みいただけます。",
                [
                    NoticeFact.Of("受付の開始", JapaneseDate.Full(window.Opens)),
                    NoticeFact.Of("受付の終了", JapaneseDate.Full(window.Closes)),
                    NoticeFact.Of("申込みの方法", "電子申請だけです(郵送では受け付けません)"),
                ])
            : new($"{Nothing}この年度に、次の回はありません。"),
        Outcome.Granted when MoneyTexts.Next(edition, s) is { } next => next,
        Outcome.Granted when s.PaymentReleasedAt is null => new(edition.Grant.AfterGrant),
        Outcome.Granted => new($"{Nothing}奨励金の振込を手配しました。"),
        Outcome.Excluded or Outcome.Declined or Outcome.Retracted or Outcome.Abandoned or Outcome.Lapsed or Outcome.Ineligible
            or Outcome.Refused => new($"{Nothing}この申請は終結しました。"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    private static NoticeNext Result(Edition edition, CaseState s)
    {
        var by = JapaneseDate.Full(edition.ResultDue(edition.Round(s.Id.Round.Number)));
        return new($"{Nothing}抽選の結果は、{by}までにEメールでお知らせします。");
    }

    // What is missing is asked for by staff; until the deadline the company can add it by itself.
    private static NoticeNext Incomplete(Edition edition, CaseState s, CaseEvent e, Instant now)
    {
        var filed = e is CaseEvent.CompanyRegistered ? Step.CompanyRegistration : Step.Claim;
        var still = e is CaseEvent.CompanyRegistered or CaseEvent.ClaimSubmitted && s.UnderReview != s.Step
            && CaseSchedule.Of(edition, s, filed) is { } cutoff && now < cutoff.ElectronicEnd ? cutoff : null;
        return still is null
            ? new("足りないものをご用意ください。事務局から、期限を決めて補正をお願いします。")
            : new($"{JapaneseDate.Full(still.Date)}までに、足りないものを加えて、マイページで差し替えてください。",
                Table(edition, still, "事務局から、期限を決めて補正をお願いします。"));
    }

    private static NoticeNext Asked(Edition edition, CaseState s, Cutoff cutoff, Instant now)
    {
        var when = JapaneseDate.Full(cutoff.Date);
        if (s.Step == Step.Implementation)
            return new($"{when}までに、登録した取組を実施してください。", Implementation(edition, s, when));
        if (now < cutoff.ElectronicEnd)
            return new(Ask(s, when), Table(edition, cutoff, OtherwiseOf(s)));
        return JapanTime.DateOf(now) <= cutoff.Date
            ? new($"{when}までの消印で、「{NameOf(s)}」の書類を郵送してください。",
                [
                    NoticeFact.Of(Deadline, when), NoticeFact.Of(Online, "受付は終わりました"), NoticeFact.Of(ByPost, PostUntil),
                    NoticeFact.Of(Otherwise, OtherwiseOf(s)),
                ])
            : new($"「{NameOf(s)}」の期限({when})を過ぎたため、できるお手続きはありません。",
                [NoticeFact.Of("期限までの消印で郵送したとき", "書類が届き次第、受け付けます。")]);
    }

    private static IReadOnlyList<NoticeFact> Implementation(Edition edition, CaseState s, string when)
    {
        var claim = CaseSchedule.Of(edition, s, Step.Claim)!;
        return
        [
            NoticeFact.Of("取組期限", when), NoticeFact.Of("支給申請の期限", JapaneseDate.Full(claim.Date)), .. Channels(edition, claim),
            NoticeFact.Of(Otherwise, "期限の後に実施した取組は、奨励金の対象になりません。"),
        ];
    }

    private static bool IsCorrection(CaseState s) => s.Correction is { } c && c.Review == s.Step;

    private static string NameOf(CaseState s) => IsCorrection(s) ? "補正の回答" : CaseLabels.Of(s.Step);

    private static string OtherwiseOf(CaseState s) => IsCorrection(s)
        ? Correction.Unanswered
        : "提出がない場合、この申請は終結します。間に合わないときは、期限の前に事務局へご連絡ください。";

    private static string Ask(CaseState s, string when) => s.Step switch
    {
        _ when IsCorrection(s) => $"{when}までに、補正に回答してください。",
        Step.CompanyRegistration => $"{when}までに、企業情報を登録してください。",
        Step.ProjectRegistration => $"{when}までに、奨励金対象事業を登録してください。",
        Step.Claim => $"{when}までに、支給申請をしてください。",
        var other => throw new InvalidOperationException($"Nothing is asked for in {other}."),
    };
}
