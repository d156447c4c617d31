using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;

namespace Tedori.Season;

/// <summary>
/// Envelopes that are recorded on the last day of the settlement and read by the second person two business days later:
/// some are postmarked on the deadline, some a day too late.
/// </summary>
internal sealed class EnvelopeActor(
    SeasonOptions options, PostService post, CaseCommandHandler cases, IEvidenceStore evidence)
{
    private const int Every = 60;

    /// <summary>The envelope of a company that sends one so late, or null.</summary>
    public AgendaItem? Plan(CaseState state, Step step, Company company)
    {
        var edition = options.Of(state.Id);
        var settlement = edition.Windows.PostalSettlementBusinessDays;
        if (step != Step.CompanyRegistration || settlement == 0 || company.Index % Every is not (5 or 6))
            return null;
        var due = CaseSchedule.DateOf(edition, state, step)!.Value;
        var arrived = edition.Calendar.AddBusinessDays(due, settlement);
        var read = edition.Calendar.AddBusinessDays(arrived, 2);
        var dice = company.On("envelope");
        var plan = new EnvelopePlan(
            state.Id, $"envelope-{state.Id}", company.Index % Every == 5 ? due : due.PlusDays(1), arrived,
            At(read, 10));
        return new(plan.Id, At(arrived, 15), Deed.RecordEnvelope, TedoriJson.Write(plan));

        Instant At(LocalDate date, int hour) =>
            JapanTime.At(date, new LocalTime(hour, dice.Between(0, 59), dice.Between(0, 59), dice.Between(1, 999)));
    }

    /// <summary>Records it, with the first reading.</summary>
    public async Task<(string Result, List<AgendaItem> Following)> RecordAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<EnvelopePlan>(item.Body);
        var photo = await evidence.PutAsync(
            plan.CaseId, "封筒.jpg", new MemoryStream([0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes(plan.Id)]));
        var answer = await post.RecordAsync(new(
            plan.Id, plan.CaseId, Step.CompanyRegistration, null, plan.Arrived, "簡易書留", null, [photo], [], 0,
            [Reading(plan, ApprovalActor.Proposer, item.At)], EnvelopeState.AwaitingSecondReading,
            Photo: photo.Sha256));
        var waits = answer.Envelope?.State == EnvelopeState.AwaitingSecondReading;
        return (answer.Refusal?.Code ?? answer.Envelope!.State.ToString(), waits
            ? [new($"{plan.Id}-read", plan.ReadAt, Deed.ReadPostmark, item.Body)]
            : []);
    }

    /// <summary>Reads it again, and says what came of it and, where it was filed, of which case.</summary>
    public async Task<(string Result, CaseState? Accepted)> ReadAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<EnvelopePlan>(item.Body);
        var reader = ApprovalActor.Approver;
        await post.SeeAsync(plan.CaseId.Round, plan.Id, reader.Id);
        await post.ReadAgainAsync(plan.CaseId.Round, plan.Id, Reading(plan, reader, item.At));
        var envelope = (await post.FindAsync(plan.CaseId.Round, plan.Id))!;
        return (envelope.State.ToString(), envelope.State == EnvelopeState.Filed
            ? (await cases.ReadAsync(plan.CaseId))!.State
            : null);
    }

    private static PostmarkReading Reading(EnvelopePlan plan, StaffMember by, Instant at) =>
        new(by.Id, by.Name, plan.Postmark, at);
}
