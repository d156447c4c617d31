using System.Text.RegularExpressions;
using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Plans;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Mail;

/// <summary>
/// What stands first in a mail to a company that reads another language than Japanese: the notice in that language, as far as it
/// has words for it. What staff wrote has none; where it stands, the Japanese text below is named.
/// </summary>
/// <param name="Language">The language.</param>
/// <param name="Next">What to do by when, or that nothing is to be done.</param>
/// <param name="Due">By when and how, as a table.</param>
/// <param name="Text">What happened, what the office knows it by, and whose the link is.</param>
/// <param name="Facts">What is told, as a table.</param>
/// <param name="Prevails">That the Japanese text below it prevails.</param>
public sealed partial record MailOpening(
    Language Language, string Next, IReadOnlyList<NoticeFact> Due, string Text, IReadOnlyList<NoticeFact> Facts, string Prevails)
{
    /// <summary>The notice in the language of its reader, or null where the mail is in Japanese alone.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="link">Its link, or null where it has none.</param>
    /// <param name="until">Until when the link works, or null where that is not known yet.</param>
    public static MailOpening? Of(Notice notice, Uri? link, Instant? until)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Language.Find(notice.Language) is { Binds: false } language
            ? Reader.In(language, () => In(language, notice, link, until))
            : null;
    }

    private static MailOpening In(Language language, Notice notice, Uri? link, Instant? until)
    {
        var (happened, next) = (Said(notice), Known(notice.Next));
        return new(
            language, next ?? Told(notice), Table(notice.Due),
            Join(
            [
                .. happened, Reference(notice.Id),
                link is null ? null : Say("このメールのリンクは貴社専用です。他の方に転送しないでください。"),
                link is not null && until is { } end ? Say("リンクは{0}まで有効です。", Written.Minute(end)) : null,
            ]),
            Table(notice.Facts), Say("正式な通知は、次の日本語の文です。"));
    }

    /// <summary>A table in the language of the reader; what has no words in it is referred to.</summary>
    internal static IReadOnlyList<NoticeFact> Table(IReadOnlyList<NoticeFact>? facts) =>
        [.. (facts ?? []).Where(f => Sentences.Find(f.Label) is not null).Select(f => new NoticeFact(Sentences.Find(f.Label)!, Lines(f)))];

    private static List<string> Lines(NoticeFact fact)
    {
        var known = fact.Lines.Select(Line).OfType<string>().ToList();
        return known.Count == fact.Lines.Count ? known : [.. known, Say("下の日本語の文をご覧ください。")];
    }

    // A measure's address goes along with what is said of it; staff put what they ask for before a colon.
    private static string? Line(string line)
    {
        var (text, measure) = MeasureAddress.Split(line);
        if (measure is { } known && PlanReader.OfProduct.Find(known) is { } found && text.Split("): ", 2) is [_, var fits])
        {
            return MeasureAddress.Append(
                Say("{0}({1}): {2}", Sentences.Of(found.Name), Sentences.Of(known.Side.Name()), Sentences.Of(fits)), known);
        }

        var said = Known(text) ?? (text.Split(": ", 2) is [var subject, var reason] && Known(subject) is { } name
            ? Known(reason) is { } why ? $"{name}: {why}" : Say("{0}(下の日本語の文をご覧ください)", name)
            : null);
        return said is null || measure is not { } id ? said : MeasureAddress.Append(said, id);
    }

    // A sentence in which a place stayed Japanese has no translation; names of files are what they are.
    private static string? Known(string text) => !text.Any(JapaneseText.IsJapanese) ? text
        : Sentences.Find(text) is { } said && !JapaneseText.IsForeignTo(Language.Current, Quoted().Replace(said, "")) ? said : null;

    private static string Join(IEnumerable<string?> sentences) =>
        string.Join(Language.Current.Html == Language.Japanese.Html ? "" : " ", sentences.OfType<string>());

    // What stands in the subject where it says more than the kind of the notice: of what it is, and how long there is still.
    private static string Told(Notice notice) =>
        (notice.Kind is NoticeKind.FilingReceived or NoticeKind.FilingRefused or NoticeKind.Reminder or NoticeKind.LeavingReceived
            || notice.Paragraphs is [NoticeComposer.GoesOn, ..]) && MailSubject.Translated(notice) is { } own
            ? own + (Language.Current.Html == Language.Japanese.Html ? "。" : ".")
            : Happened(notice.Kind);

    // The text, as far as it has words in the language; else what the subject says.
    private static List<string> Said(Notice notice)
    {
        var said = notice.Paragraphs.Select(p => Known(MeasureAddress.Split(p).Text)).OfType<string>().Distinct().ToList();
        return said.Count == 0 ? [Told(notice)] : said;
    }

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    private static string Reference(NoticeId notice) => notice.Kind == NoticeKind.FilingReceived
        ? Say("受付番号は{0}、提出番号は第{1}号です。", notice.CaseId, notice.Cause)
        : Say("受付番号は{0}です。", notice.CaseId);

    /// <summary>What a notice tells, in one sentence in the language of the reader.</summary>
    internal static string Happened(NoticeKind kind) => kind switch
    {
        NoticeKind.EntryReceived => Say("事前エントリーを受け付けました。"),
        NoticeKind.WindowMoved => Say("事前エントリーの受付期間を延長しました。"),
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
        NoticeKind.VisitRecorded => Say("専門家の派遣を記録しました。"),
        NoticeKind.ImplementationEnded => Say("取組の期間が終わりました。"),
        NoticeKind.PaymentReleased => Say("奨励金を振り込む手続きをしました。"),
        NoticeKind.InvoiceReceived => Say("奨励金の請求を受け付けました。"),
        NoticeKind.InvoiceReturned => Say("請求書の内容をご確認ください。"),
        NoticeKind.InvoiceReminder => Say("奨励金の請求をお待ちしています。"),
        NoticeKind.InvoiceLapsed => Say("期限までに請求がなく、支払の手続きを終了しました。"),
        NoticeKind.PaymentMade => Say("奨励金を振り込みました。"),
        NoticeKind.PaymentFailed => Say("奨励金を振り込めませんでした。"),
        NoticeKind.GrantRevoked => Say("奨励金の支給決定を取り消しました。"),
        NoticeKind.RefundReceived => Say("返還金の入金を確認しました。"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of notice."),
    };
}
