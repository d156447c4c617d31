using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Mail;

/// <summary>Renders mails about alarms: HTML with the component, text with the same words in the same order.</summary>
public sealed class AlarmRenderer(PageRenderer pages, PublicAddress address) : IAlarmRenderer
{
    /// <summary>What the link of the mail is called.</summary>
    public const string Button = "職員画面で確認する";

    /// <inheritdoc/>
    public async Task<RenderedMail> RenderAsync(AlarmMail mail, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var (subject, lead, signature) = (SubjectOf(mail), LeadOf(mail), MailSignature.Of(edition));
        var link = address.Base is { } site ? new Uri(site, mail.Alarm.Link).AbsoluteUri : mail.Alarm.Link;
        var html = await pages.RenderAsync<AlarmMessage>(new()
        {
            [nameof(AlarmMessage.Subject)] = subject,
            [nameof(AlarmMessage.Lead)] = lead,
            [nameof(AlarmMessage.Facts)] = FactsOf(mail),
            [nameof(AlarmMessage.Link)] = link,
            [nameof(AlarmMessage.Note)] = NoteOf(mail),
            [nameof(AlarmMessage.Signature)] = signature,
        });
        var text = new NoticeTextForm(address.Base).Paragraph(lead).Facts(FactsOf(mail))
            .Block([Button, link]).Paragraph(NoteOf(mail)).Sign([signature.Programme, signature.Office]);
        return new(subject, text, html);
    }

    private static string SubjectOf(AlarmMail mail) =>
        $"奨励金システムの警報{(mail.Over ? "の解消" : "")}: {mail.Alarm.Title}";

    private static string LeadOf(AlarmMail mail) => mail.Over ? "この警報は解消しました。行うことはありません。" : mail.Alarm.Act;

    private static List<NoticeFact> FactsOf(AlarmMail mail) =>
    [
        new(mail.Over ? "起きていたこと" : "起きていること", [mail.Alarm.What]),
        new("いつから", [JapaneseDate.Full(mail.Alarm.Since)]),
        .. mail.Over ? (NoticeFact[])[new("解消を確認した時刻", [JapaneseDate.Full(mail.At)])] : [],
    ];

    private static string NoteOf(AlarmMail mail) => mail.Over
        ? "再び起きたときは、あらためてお知らせします。"
        : "この警報は、続いている間は1日に1回、解消したときに1回送信します。";
}
