using System.Text;
using NodaTime;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Plans;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Mail;

/// <summary>Renders notices: HTML with the component, text from the same notice.</summary>
public sealed class NoticeRenderer(PageRenderer pages, EditionCatalog editions, PublicAddress address) : INoticeRenderer
{
    /// <inheritdoc/>
    public async Task<RenderedMail> RenderAsync(Notice notice, Uri? link, Instant? until = null)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var signature = MailSignature.Of(editions.Of(notice.Id.CaseId));
        var subject = MailOpening.SubjectOf(notice);
        var html = await pages.RenderAsync<NoticeMail>(new()
        {
            [nameof(NoticeMail.Notice)] = notice,
            [nameof(NoticeMail.Subject)] = subject,
            [nameof(NoticeMail.Signature)] = signature,
            [nameof(NoticeMail.Opening)] = MailOpening.Of(notice, link, until),
            [nameof(NoticeMail.Link)] = link,
            [nameof(NoticeMail.Note)] = NoteOf(until),
            [nameof(NoticeMail.Base)] = address.Base,
        });
        return new(subject, Text(notice, signature, link, until), html);
    }

    /// <summary>The address of a measure's page; its path where mails carry no links.</summary>
    internal static string AddressOf(Uri? site, MeasureId id) =>
        site is null ? id.Path : new Uri(site, id.Path).AbsoluteUri;

    private string Text(Notice notice, MailSignature signature, Uri? link, Instant? until)
    {
        var text = new StringBuilder();
        if (MailOpening.Of(notice, link, until) is { } opening)
            text.Append(opening.Text).Append("\r\n\r\n");
        text.Append(notice.Next).Append("\r\n\r\n");
        text.Append(notice.ToName).Append(" 様\r\n\r\n");
        foreach (var paragraph in notice.Paragraphs)
            text.Append(Line(paragraph)).Append("\r\n\r\n");
        if (link is not null)
            text.Append(MailLink.LineOf(notice)).Append("\r\n").Append(link).Append("\r\n")
                .Append(NoteOf(until)).Append("\r\n\r\n");
        text.Append("--\r\n").Append(FilingReference.LineOf(notice.Id)).Append("\r\n");
        foreach (var line in signature.Contact.Prepend(signature.Office).Prepend(signature.Programme))
            text.Append(line).Append("\r\n");
        return text.ToString();
    }

    private static string NoteOf(Instant? until) => "このリンクは貴社専用です。他の方に転送しないでください。"
        + (until is { } end ? $"{JapaneseDate.Full(end)}まで有効です。" : "");

    private string Line(string paragraph) => MeasureAddress.Split(paragraph) is (var text, { } id)
        ? $"{text}\r\n{AddressOf(address.Base, id)}"
        : paragraph;
}
