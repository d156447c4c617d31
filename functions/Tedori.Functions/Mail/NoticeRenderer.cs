using NodaTime;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Plans;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Mail;

/// <summary>Renders notices: HTML with the component, text with the same words in the same order.</summary>
public sealed class NoticeRenderer(
    PageRenderer pages, EditionCatalog editions, PublicAddress address, DecisionLetters letters) : INoticeRenderer
{
    /// <inheritdoc/>
    public async Task<RenderedMail> RenderAsync(Notice notice, Uri? link, Instant? until = null)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var edition = editions.Of(notice.Id.CaseId);
        var letter = letters.Of(notice, edition);
        notice = DecisionLetters.Named(notice, letter);
        var signature = MailSignature.Of(edition);
        var subject = MailSubject.Of(notice, edition);
        var opening = MailOpening.Of(notice, link, until);
        var html = await pages.RenderAsync<NoticeMail>(new()
        {
            [nameof(NoticeMail.Notice)] = notice,
            [nameof(NoticeMail.Subject)] = subject,
            [nameof(NoticeMail.Signature)] = signature,
            [nameof(NoticeMail.Opening)] = opening,
            [nameof(NoticeMail.Link)] = link,
            [nameof(NoticeMail.Note)] = NoteOf(until),
            [nameof(NoticeMail.Base)] = address.Base,
        });
        return new(subject, Text(notice, opening, signature, link, until), html) { Letter = letter };
    }

    /// <summary>The address of a measure's page; its path where mails carry no links.</summary>
    internal static string AddressOf(Uri? site, MeasureId id) =>
        site is null ? id.Path : new Uri(site, id.Path).AbsoluteUri;

    private string Text(Notice notice, MailOpening? opening, MailSignature signature, Uri? link, Instant? until)
    {
        var text = new NoticeTextForm(address.Base);
        if (opening is not null)
        {
            text.Paragraph(opening.Next).Facts(opening.Due).Paragraph(opening.Text).Facts(opening.Facts)
                .Paragraph(opening.Prevails).Rule();
        }

        text.Paragraph(notice.Next).Facts(notice.Due).Paragraph($"{notice.ToName} 様");
        foreach (var paragraph in notice.Paragraphs)
            text.Paragraph(paragraph);
        text.Facts(notice.Facts);
        if (link is not null)
            text.Block([MailLink.ButtonOf(notice), $"{link}", NoteOf(until)]);
        return text.Sign([FilingReference.LineOf(notice.Id), signature.Programme, signature.Office, .. signature.Contact]);
    }

    private static string NoteOf(Instant? until) => "このリンクは貴社専用です。他の方に転送しないでください。"
        + (until is { } end ? $"{JapaneseDate.Full(end)}まで有効です。" : "");
}
