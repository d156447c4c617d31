using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Mail;

namespace Tedori.Season;

/// <summary>
/// Delivers into the outbox, and sees to it that companies read what makes them act. One mail in twenty is reported on
/// only later, and one in five of those comes back; a few that were delivered come back hours after.
/// </summary>
internal sealed class SeasonPostman(IMail outbox, Agenda agenda, long seed) : IMail
{
    private static readonly Duration ReportDelay = Duration.FromMilliseconds(41_003);
    private static readonly Duration ReturnDelay = Duration.FromMilliseconds(10_800_011);

    /// <summary>Sees to it that the company reads a mail that makes it act.</summary>
    public static void LetRead(Agenda agenda, OutgoingMail mail)
    {
        var id = NoticeId.Parse(mail.NoticeId);
        if (CompanyActor.ActsOn(id.Kind))
            agenda.Add(new AgendaItem($"read-{id}", mail.At, Deed.ReadMail, TedoriJson.Write(id)));
    }

    public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
        outbox.AskAsync(mail, cancellation);

    public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var id = NoticeId.Parse(mail.NoticeId);
        LetRead(agenda, mail);
        var dice = Dice.For(seed, "post", mail.NoticeId);
        var late = dice.InThousand(50);
        var arrives = !late || !dice.InThousand(200);
        if (late)
            Report($"report-{id}", mail.At + ReportDelay, arrives);
        if (arrives && Dice.For(seed, "returned", mail.NoticeId).InThousand(12))
            Report($"returned-{id}", mail.At + ReturnDelay, delivered: false);

        var receipt = await outbox.SendAsync(mail, cancellation);
        return receipt with { Delivered = !late };

        void Report(string key, Instant at, bool delivered) => agenda.Add(new AgendaItem(
            key, at, Deed.ReportDelivery, TedoriJson.Write(new DeliveryPlan(id, delivered))));
    }
}
