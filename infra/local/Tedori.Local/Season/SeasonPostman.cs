using Tedori.Programme.Notices;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Mail;

namespace Tedori.Local.Season;

/// <summary>Delivers into the outbox, and sees to it that companies read what makes them act.</summary>
internal sealed class SeasonPostman(IMail outbox, Agenda agenda) : IMail
{
    public Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var id = NoticeId.Parse(mail.NoticeId);
        if (CompanyActor.ActsOn(id.Kind))
            agenda.Add(new AgendaItem($"read-{id}", mail.At, Deed.ReadMail, TedoriJson.Write(id)));
        return outbox.SendAsync(mail, cancellation);
    }
}
