using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Post;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Post;

/// <summary>What the case and its deadlines say of an envelope.</summary>
internal sealed class EnvelopeJudge(IRecords records, EditionCatalog editions, CaseCommandHandler cases, IClock clock)
{
    /// <summary>Why a reading cannot be, or null.</summary>
    public static Refusal? Check(PostmarkReading reading, LocalDate arrived) => reading.Postmark is { } postmark
        && postmark > arrived
        ? Refusals.PostmarkImpossible(postmark, arrived)
        : null;

    /// <summary>Why an envelope cannot be recorded, or null.</summary>
    public async Task<Refusal?> CheckAsync(Envelope envelope, CancellationToken cancellation) =>
        await CheckArrivalAsync(envelope, cancellation)
        ?? (envelope.Mail is { } mail
            ? AttemptRules.Check(
                editions.Of(envelope.Case), await CutoffAsync(envelope, cancellation), mail.ReceivedAt, clock.GetCurrentInstant())
            : null);

    /// <summary>What follows from the readings so far: of a mail, that an approver judges it.</summary>
    public async Task<PostmarkVerdict> VerdictAsync(Envelope envelope, CancellationToken cancellation) =>
        PostmarkRules.Judge((await CutoffAsync(envelope, cancellation))?.Date, envelope.Readings);

    private async Task<Cutoff?> CutoffAsync(Envelope envelope, CancellationToken cancellation)
    {
        var (edition, state) = (editions.Of(envelope.Case), (await cases.ReadAsync(envelope.Case, cancellation))!.State);
        return envelope.Correction is not { } number ? CaseSchedule.Of(edition, state, envelope.Step)
            : state.Correction is { } open && open.Number == number ? CaseSchedule.OfCorrection(edition, open) : null;
    }

    // Who types a late envelope types its arrival too: nothing arrives before the company was told to send it.
    private async Task<Refusal?> CheckArrivalAsync(Envelope envelope, CancellationToken cancellation)
    {
        var events = await new CaseHistory(records).EventsAsync(envelope.Case, cancellation);
        return events.Select(e => e.Event).LastOrDefault(e => AsksFor(e, envelope))?.At is { } at && JapanTime.DateOf(at) is var day && envelope.Arrived < day
            ? new("arrivedTooEarly", $"到着日が、企業にこの手続きを案内した日({JapaneseDate.Full(day)})より前です。日付を確認してください。")
            : null;
    }

    private static bool AsksFor(CaseEvent e, Envelope envelope) => envelope.Correction is { } number
        ? e is CaseEvent.CorrectionRequested c && c.Correction.Number == number
        : envelope.Step switch
        {
            Step.ProjectRegistration => e is CaseEvent.EligibilityPassed,
            Step.Claim => e is CaseEvent.ProjectRegistered,
            _ => e is CaseEvent.Won or CaseEvent.Promoted,
        };
}
