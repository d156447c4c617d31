using System.Text;
using Tedori.Functions.Mail;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;

namespace Tedori.Season;

/// <summary>Takes what the mail server reports, in the way in which it reports it.</summary>
internal sealed class SeasonReports(NoticeService notices, MailReportService reports)
{
    /// <summary>Takes the report of an item.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> TakeAsync(AgendaItem item, CancellationToken cancellation)
    {
        var plan = TedoriJson.Read<DeliveryPlan>(item.Body);
        var known = plan.Event is { } posted
            ? await TakeAsync(posted, cancellation)
            : await notices.RecordDeliveryAsync(plan.Notice, plan.Delivered, cancellation);
        return !known
            ? throw new InvalidOperationException($"The mail server reports on {plan.Notice}, which was not sent.")
            : plan.Delivered ? "delivered" : "bounced";
    }

    private async Task<bool> TakeAsync(string posted, CancellationToken cancellation)
    {
        var known = true;
        foreach (var report in MailEventReader.Read(Encoding.UTF8.GetBytes(posted)).Reports)
            known &= await reports.TakeAsync(report, cancellation) is MailEventOutcome.Recorded or MailEventOutcome.Repeated;
        return known;
    }
}
