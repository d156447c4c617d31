using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Mail;

namespace Tedori.Season;

/// <summary>
/// A mail server on a bad day, by the seed: one hand-over in ten is answered with a fault, one in twenty taken and not
/// answered, of a hundred mails three come back; what it reports comes late, twice and in any order. It takes doubles, as
/// real ones do, and cannot be asked: the outbox counts them.
/// </summary>
internal sealed class FaultyPostman(IMail outbox, Agenda agenda, long seed) : IMail
{
    private const int Hour = 3_600_000;
    private readonly ConcurrentDictionary<string, int> handedOver = new();

    /// <inheritdoc/>
    /// <exception cref="IOException">It took it and does not answer.</exception>
    public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var time = handedOver.AddOrUpdate(mail.NoticeId, 1, (_, n) => n + 1).ToString(CultureInfo.InvariantCulture);
        var dice = Dice.For(seed, "provider", mail.NoticeId, time);
        if (dice.InThousand(100))
            throw new MailNotTakenException("The mail server answered 503.");
        var unanswered = dice.InThousand(50);
        SeasonPostman.LetRead(agenda, mail);
        agenda.Add([.. Reports(mail, time, dice)]);
        var receipt = await outbox.SendAsync(mail, cancellation);
        return unanswered
            ? throw new IOException("The mail server does not answer.")
            : receipt with { Delivered = false };
    }

    // What comes back was mostly taken by the recipient's server before.
    private IEnumerable<AgendaItem> Reports(OutgoingMail mail, string time, Dice dice)
    {
        var bounces = Dice.For(seed, "fate", mail.NoticeId).InThousand(30);
        // It proves what was not answered, so it comes within the hour for which that is waited.
        yield return Report("processed", 40 * Hour / 60, copy: 1);
        if (dice.InThousand(100))
            yield return Report("deferred", 4 * Hour, copy: 1);
        foreach (var name in bounces ? dice.Shuffle<string>(["delivered", "bounce"]) : ["delivered"])
        {
            yield return Report(name, 48 * Hour, copy: 1);
            if (dice.InThousand(300))
                yield return Report(name, 48 * Hour, copy: 2);
        }

        AgendaItem Report(string name, int latest, int copy) => new(
            $"event-{mail.NoticeId}-{time}-{name}-{copy}",
            mail.At + Duration.FromMilliseconds(dice.Between(1_000, latest)), Deed.ReportDelivery,
            TedoriJson.Write(new DeliveryPlan(NoticeId.Parse(mail.NoticeId), name != "bounce")
            {
                Event = Posted(mail, $"{mail.NoticeId}-{time}-{name}", name),
            }));
    }

    // As SendGrid posts it; the later copy has the same id.
    private static string Posted(OutgoingMail mail, string id, string name) => JsonSerializer.Serialize(new[]
    {
        new
        {
            @event = name, sg_event_id = id, timestamp = mail.At.ToUnixTimeSeconds(), email = mail.To, notice = mail.NoticeId,
        },
    });
}
