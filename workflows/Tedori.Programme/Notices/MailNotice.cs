using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Inbound;

namespace Tedori.Programme.Notices;

/// <summary>
/// The notice that a mail came and is no filing (メールの受領). Caused by a mail, not by an event of the case. Pure.
/// </summary>
public static class MailNotice
{
    /// <summary>Composes it, to the registered address and to no other: whoever wrote, nobody else gets a link.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="number">How many times a mail is answered with this, from 1.</param>
    /// <param name="mail">The mail.</param>
    public static Notice Compose(Edition edition, CaseState state, int number, AnsweredMail mail)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(mail);
        return new(
            new NoticeId(state.Id, NoticeKind.MailReceived, number),
            NoticeKind.MailReceived,
            number,
            state.Entry.Email,
            $"{state.Entry.CompanyName} {state.Entry.ContactName}",
            $"メールを受け取りました(提出にはなりません)({state.Id})",
            state.IsClosed ? "お手続きは不要です。この申請は終結しました。"
                : Takes(edition, state, mail) ? "提出はマイページから行ってください。メールを送っただけでは提出になりません。"
                : "お手続きは不要です。今、提出していただく書類はありません。",
            [.. Paragraphs(state, mail, Takes(edition, state, mail))],
            mail.At,
            Language: state.Entry.Language,
            Due: CaseSchedule.Current(edition, state) is { } cutoff && state.Step != Step.Implementation && mail.At < cutoff.ElectronicEnd
                ? NextTexts.Table(edition, cutoff)
                : null);
    }

    // Whether a form of the case takes files, so that an attached one can be filed with it.
    private static bool Takes(Edition edition, CaseState state, AnsweredMail mail) => FormKey.Of(state) is not null
        && CaseSchedule.Current(edition, state) is { } cutoff && (state.Step == Step.Implementation || mail.At < cutoff.ElectronicEnd);

    private static IEnumerable<string> Paragraphs(CaseState state, AnsweredMail mail, bool takes)
    {
        yield return $"{JapaneseDate.Full(mail.At)}に{mail.From}から届いたメールを、この申請の記録に加えました。";
        if (mail.Kind == InboundKind.Encrypted)
            yield return "暗号化されているため、内容を読むことができません。暗号化せずにもう一度お送りください。";
        if (mail.Files > 0 && !takes && !state.IsClosed)
            yield return $"添付ファイル({mail.Files}個)を書類として使うかどうかは、事務局が確認します。";
        if (mail.Files > 0 && takes)
        {
            yield return $"添付ファイル({mail.Files}個)は、マイページの「メールで届いたファイル」から書類の下書きに加えられます。";
            yield return "下書きに加えたあと、提出まで行ってください。";
        }

        yield return "ご質問には、事務局の担当者が内容を確認してお答えします。このお知らせをお送りするのは、1日に1回までです。";
        yield return "お心当たりがない場合は、事務局へお知らせください。";
    }
}

/// <summary>A mail that is answered.</summary>
/// <param name="At">When it was received.</param>
/// <param name="From">Address that it names as its sender.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Files">How many files it has.</param>
public sealed record AnsweredMail(Instant At, string From, InboundKind Kind, int Files);
