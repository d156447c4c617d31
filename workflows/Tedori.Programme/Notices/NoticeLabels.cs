using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Notices;

/// <summary>Subject, text and table of each notice. A sentence has at most 100 characters.</summary>
internal static class NoticeLabels
{
    public const string Reason = "理由";

    public static NoticeText Of(Edition edition, CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.Entered x => Entered(s, x),
        CaseEvent.EntryShared => SharedLotTexts.Another(s),
        CaseEvent.WindowMoved x => new("事前エントリーの受付期間を延長しました",
            [
                $"第{s.Id.Round.Number}回の事前エントリーの締切を、{JapaneseDate.Full(x.Closes)}に延長しました。",
                "受け付けた事前エントリーは、そのまま有効です。もう一度申し込む必要はありません。",
            ], [NoticeFact.Of(Reason, x.Reason)]),
        CaseEvent.ResultHeld => SharedLotTexts.Held(s),
        CaseEvent.Won x => new("抽選の結果、当選しました",
            [$"第{s.Id.Round.Number}回の抽選の結果、当選しました。", .. SharedLotTexts.Result(x.Shared)], Prepare(edition)),
        CaseEvent.Promoted => new("繰上当選しました",
            [$"第{s.Id.Round.Number}回で当選された企業の辞退などにより、抽選の順位に従って繰上当選しました。"], Prepare(edition)),
        CaseEvent.Lost x => new("抽選の結果、落選しました",
            [$"第{s.Id.Round.Number}回の抽選の結果、残念ながら落選しました。", .. SharedLotTexts.Result(x.Shared)],
            [.. ReferralTexts.Of(edition, s)]),
        CaseEvent.Excluded x => Excluded(edition, s, x.Reason),
        CaseEvent.CompanyRegistered or CaseEvent.ProjectRegistered or CaseEvent.ClaimSubmitted or CaseEvent.CorrectionAnswered
            or CaseEvent.FilingRefused or CaseEvent.MailFileTaken => ReceiptTexts.Of(edition, s, e),
        CaseEvent.CorrectionRequested x => new("書類の補正をお願いします", ["提出された書類について、次の補正をお願いします。"],
            [NoticeFact.Of("補正をお願いするもの", x.Correction.Items.Select(i => CorrectionLine.Of(i.Subject, i.Reason)))]),
        CaseEvent.CorrectionWithdrawn x => new("補正の依頼を取り下げました",
            [$"補正({x.Number}回目)の依頼は取り下げました。回答は不要です。"], [.. ReceiptTexts.Review(edition)]),
        CaseEvent.EligibilityPassed or CaseEvent.EligibilityFailed or CaseEvent.GrantDecided or CaseEvent.GrantRefused =>
            DecisionTexts.Of(edition, s, e),
        CaseEvent.VisitRecorded or CaseEvent.ImplementationEnded or CaseEvent.PaymentReleased => ProgressTexts.Of(edition, s, e),
        CaseEvent.MoneyMoved x => MoneyTexts.Of(edition, s, x),
        CaseEvent.Declined => new("辞退を受け付けました", ["申込みの辞退を受け付けました。"]),
        CaseEvent.Retracted => new("撤回を受け付けました", ["申請の撤回を受け付けました。"]),
        CaseEvent.Abandoned => new("中止を受け付けました", ["取組の中止を受け付けました。"]),
        CaseEvent.CutoffExtended x => new("期限を延長しました",
            [$"「{What(s, x.Of)}」の期限を、{JapaneseDate.Full(x.Date)}に延長しました。"], [NoticeFact.Of(Reason, x.Reason)]),
        CaseEvent.ContactConfirmationAsked or CaseEvent.ContactChanged or CaseEvent.ContactReplaced
            or CaseEvent.FormerContactTold => ContactTexts.Of(e),
        CaseEvent.ReminderFellDue x => Remind(edition, s, x),
        CaseEvent.Lapsed x => new("期限までに提出がなく、申請は終結しました",
            [$"「{What(s, x.In)}」の期限({JapaneseDate.Full(x.Deadline)})までに提出を確認できませんでした。"],
            [NoticeFact.Of("期限当日までの消印で郵送された場合", "事務局へご連絡ください。")]),
        CaseEvent.NoticeRepeated x => new($"(再送){x.Subject}",
            [$"{JapaneseDate.Full(x.OriginalAt)}にお送りした通知を、もう一度お送りします。", .. x.Paragraphs], x.Facts ?? []),
        CaseEvent.MessageSent x => new(x.Subject, x.Paragraphs),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not told to the company."),
    };

    /// <summary>What a step is called that is filed in, or the answer to its correction.</summary>
    public static string What(CaseState s, Step step) =>
        s.Correction is { } c && c.Review == step ? "補正の回答" : CaseLabels.Of(step);

    private static NoticeText Entered(CaseState s, CaseEvent.Entered x) => new("事前エントリーを受け付けました",
        [
            $"第{s.Id.Round.Number}回の事前エントリーを{JapaneseDate.Full(x.ReceivedAt)}に受け付けました。", .. SharedLotTexts.Of(x.Shared),
            .. x.Digest is null ? Array.Empty<string>() : ["受け付けた順番を後から確かめるための値は、マイページのこの通知でご確認いただけます。"],
            "このメールは、事前エントリーの画面で、このEメールアドレスが連絡先として入力されたためにお送りしています。",
            "お心当たりがない場合は、事務局へお知らせください。",
        ],
        [NoticeFact.Of("受付番号", $"{s.Id}"), NoticeFact.Of("受付番号の使い方", "お問い合わせの際にお知らせください。")]);

    private static NoticeText Remind(Edition edition, CaseState s, CaseEvent.ReminderFellDue x)
    {
        var what = What(s, x.Of);
        // Counted from when it leaves: after an outage a rung leaves later than its name says.
        var days = edition.Calendar.BusinessDaysBetween(JapanTime.DateOf(x.At), x.Deadline);
        var (head, sentence) = days == 0
            ? ("本日が期限です", $"「{what}」は本日が期限です。")
            : ($"期限まであと{days}営業日です", $"「{what}」の期限まであと{days}営業日です。");
        return new($"{what}: {head}",
            [sentence, x.Of == Step.Implementation ? "取組の後、支給申請を行ってください。" : "行き違いで提出済みの場合はご容赦ください。"]);
    }

    private static IReadOnlyList<NoticeFact> Prepare(Edition edition) =>
    [
        NoticeFact.Of("準備する書類", edition.Filings.CompanyDocuments),
        NoticeFact.Of("用意できない書類", "期限までに用意できない書類は、後から補正で提出できます。"),
    ];

    private static NoticeText Excluded(Edition edition, CaseState s, Exclusion reason) => reason switch
    {
        Exclusion.Joined => SharedLotTexts.GoesOnElsewhere(s),
        Exclusion.AnsweredByAnother => SharedLotTexts.AnsweredByAnother(s),
        Exclusion.WonElsewhere => SharedLotTexts.WonElsewhere(s),
        Exclusion.Duplicate =>
            NotDrawn("同じ回に同じ企業の先のエントリーがあるため、先のエントリー1件のみを抽選の対象としました。"),
        Exclusion.AlreadySelected => NotDrawn("以前の回で当選しているためです。"),
        Exclusion.TooManyEmployees => NotDrawn($"常時雇用する従業員数が{edition.Entry.MaximumEmployees}人を超えるためです。"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown exclusion."),
    };

    private static NoticeText NotDrawn(string why) => new(
        "抽選の対象になりませんでした", ["事前エントリーは抽選の対象になりませんでした。"], [NoticeFact.Of(Reason, why)]);
}
