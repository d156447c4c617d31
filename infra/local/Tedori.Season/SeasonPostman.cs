using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Mail;

namespace Tedori.Season;

/// <summary>
/// Delivers into the outbox, and sees to it that companies read what makes them act. One mail in twenty is reported as
/// delivered only later, and a few of those come back.
/// </summary>
internal sealed class SeasonPostman(IMail outbox, Agenda agenda, long seed) : IMail
{
    private static readonly Duration ReportDelay = Duration.FromMilliseconds(41_003);

    public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var id = NoticeId.Parse(mail.NoticeId);
        if (CompanyActor.ActsOn(id.Kind))
            agenda.Add(new AgendaItem($"read-{id}", mail.At, Deed.ReadMail, TedoriJson.Write(id)));
        var dice = Dice.For(seed, "post", mail.NoticeId);
        var late = dice.InThousand(50);
        if (late)
        {
            var report = new DeliveryPlan(id, Delivered: !dice.InThousand(60));
            agenda.Add(new AgendaItem(
                $"report-{id}", mail.At + ReportDelay, Deed.ReportDelivery, TedoriJson.Write(report)));
        }

        var receipt = await outbox.SendAsync(mail, cancellation);
        return receipt with { Delivered = !late };
    }
}
