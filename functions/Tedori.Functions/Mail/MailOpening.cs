using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Mail;

/// <summary>
/// The first paragraph of a mail to a company that reads another language than Japanese: what happened, what to do by when,
/// what the office knows it by, whose the link is, and that the Japanese text below it prevails.
/// </summary>
/// <param name="Language">The language.</param>
/// <param name="Text">The paragraph.</param>
public sealed record MailOpening(Language Language, string Text)
{
    /// <summary>The paragraph, or null where the mail is in Japanese alone.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="link">Its link, or null where it has none.</param>
    /// <param name="until">Until when the link works, or null where that is not known yet.</param>
    public static MailOpening? Of(Notice notice, Uri? link, Instant? until)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Language.Find(notice.Language) is { Binds: false } language
            ? new(language, Reader.In(language, () => Join(
            [
                Told(notice), .. Asked(notice), Sentences.Find(Whole(notice.Next)), Besides(notice.Kind), Reference(notice.Id),
                link is null ? null : Say("このメールのリンクは貴社専用です。他の方に転送しないでください。"),
                link is not null && until is { } end ? Say("リンクは{0}まで有効です。", Written.Minute(end)) : null,
                Say("正式な通知は、次の日本語の文です。"),
            ])))
            : null;
    }

    /// <summary>The subject: that of the notice in the language of the reader, then the Japanese one by which the office knows it.</summary>
    /// <param name="notice">The notice.</param>
    public static string SubjectOf(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Language.Find(notice.Language) is { Binds: false } language && Reader.In(language, () => TitleOf(notice)) is { } own
            ? $"{own} / {notice.Subject}"
            : notice.Subject;
    }

    /// <summary>
    /// The subject in the language of the reader, without the receipt number; null in Japanese, and where it says the very same.
    /// </summary>
    internal static string? TitleOf(Notice notice)
    {
        if (Language.Current.Binds)
            return null;
        var own = Translated(notice) ?? Happened(notice.Kind).TrimEnd('。', '.');
        return own == Japanese(notice) ? null : own;
    }

    private static string Join(IEnumerable<string?> sentences) =>
        string.Join(Language.Current.Html == Language.Japanese.Html ? "" : " ", sentences.OfType<string>());

    private static string Japanese(Notice notice)
    {
        var number = $"({notice.Id.CaseId})";
        return notice.Subject.EndsWith(number, StringComparison.Ordinal) ? notice.Subject[..^number.Length] : notice.Subject;
    }

    // Null where something in it has no translation.
    private static string? Translated(Notice notice) =>
        Sentences.Find(Japanese(notice)) is { } own && !JapaneseText.IsForeignTo(Language.Current, own)
            ? char.ToUpperInvariant(own[0]) + own[1..]
            : null;

    // What stands in the subject where it says more than the kind of the notice: of what it is, and how long there is still.
    private static string Told(Notice notice) =>
        (notice.Kind is NoticeKind.FilingReceived or NoticeKind.FilingRefused or NoticeKind.Reminder or NoticeKind.LeavingReceived
            || notice.Paragraphs is [NoticeComposer.GoesOn, ..]) && Translated(notice) is { } own
            ? own + (Language.Current.Html == Language.Japanese.Html ? "。" : ".")
            : Happened(notice.Kind);

    // What comes next is one line, which need not end as a sentence does.
    private static string Whole(string next) => next.EndsWith('。') ? next : $"{next}。";

    // What is to be corrected, as far as it has a name in the language, and what follows where nothing is answered.
    private static IEnumerable<string?> Asked(Notice notice)
    {
        if (notice.Kind != NoticeKind.CorrectionRequested || notice.Paragraphs is not [.., _, Correction.Unanswered])
            yield break;
        var subjects = notice.Paragraphs.SkipLast(2).Select(i => i.Split(": ")[0]).Distinct().ToList();
        var named = subjects.Select(Sentences.Find).OfType<string>().ToList();
        if (named.Count > 0)
        {
            var list = string.Join(Say("、"), named);
            yield return named.Count == subjects.Count
                ? Say("補正をお願いするもの: {0}。", list)
                : Say("補正をお願いするもの: {0}、ほか。", list);
        }

        yield return Sentences.Find(Correction.Unanswered);
    }

    // What the text below tells besides, and who reads this paragraph alone would miss.
    private static string? Besides(NoticeKind kind) => kind switch
    {
        NoticeKind.ResultWon => Say("準備する書類は、次の文とマイページにあります。"),
        NoticeKind.Lapsed => Say("期限当日までの消印で郵送した場合は、事務局へご連絡ください。"),
        NoticeKind.EntryReceived => Say("お心当たりがない場合は、事務局へお知らせください。"),
        NoticeKind.LinkSentAgain => Say("お心当たりがない場合は、このメールを削除してください。"),
        NoticeKind.MailReceived => Say("添付したファイルは、マイページの「メールで届いたファイル」から下書きに加えられます。"),
        _ => null,
    };

    private static string Reference(NoticeId notice) => notice.Kind == NoticeKind.FilingReceived
        ? Say("受付番号は{0}、提出番号は第{1}号です。", notice.CaseId, notice.Cause)
        : Say("受付番号は{0}です。", notice.CaseId);

    /// <summary>What a notice tells, in one sentence in the language of the reader.</summary>
    private static string Happened(NoticeKind kind) => kind switch
    {
        NoticeKind.EntryReceived => Say("事前エントリーを受け付けました。"),
        NoticeKind.EntryShared => Say("同じ企業を示す別のエントリーがあります。"),
        NoticeKind.ResultHeld => Say("当選したエントリーの担当者を、事務局が確認しています。"),
        NoticeKind.ResultWon => Say("抽選の結果、当選しました。企業情報を登録してください。"),
        NoticeKind.ResultLost => Say("抽選の結果、残念ながら落選しました。"),
        NoticeKind.ResultExcluded => Say("事前エントリーは抽選の対象になりませんでした。"),
        NoticeKind.FilingReceived => Say("提出されたものを受け付けました。"),
        NoticeKind.FilingRefused => Say("提出されたものを受理できませんでした。"),
        NoticeKind.CorrectionRequested => Say("書類の補正をお願いします。"),
        NoticeKind.CorrectionWithdrawn => Say("補正の依頼を取り下げました。"),
        NoticeKind.EligibilityPassed => Say("申請要件の審査を通過しました。"),
        NoticeKind.EligibilityFailed => Say("申請要件の審査の結果、不通過を決定しました。"),
        NoticeKind.Reminder => Say("期限が近づいています。"),
        NoticeKind.GrantDecided => Say("奨励金の支給を決定しました。"),
        NoticeKind.GrantRefused => Say("奨励金の不支給を決定しました。"),
        NoticeKind.LeavingReceived => Say("申請の取りやめを受け付けました。"),
        NoticeKind.Lapsed => Say("期限までに提出がなく、申請は終結しました。"),
        NoticeKind.Reinstated => Say("申請の終結を取り消しました。"),
        NoticeKind.CutoffExtended => Say("期限を延長しました。"),
        NoticeKind.ContactConfirmation => Say("連絡先の変更の申込みを受け付けました。"),
        NoticeKind.ContactChanged => Say("連絡先を変更しました。"),
        NoticeKind.FormerContact => Say("事務局が連絡先を変更しました。"),
        NoticeKind.LinkSentAgain => Say("マイページのリンクをお送りします。"),
        NoticeKind.Message => Say("事務局からのご連絡です。"),
        NoticeKind.MailReceived => Say("メールを受け取りました。メールでは提出したことになりません。"),
        NoticeKind.Repeated => Say("前にお送りした通知を、もう一度お送りします。"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of notice."),
    };
}
