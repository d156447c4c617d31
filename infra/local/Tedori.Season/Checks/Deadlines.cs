using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season.Checks;

/// <summary>
/// The deadlines of cases, from the tables of the year, from what staff decided and from what was told.
/// </summary>
internal sealed class Deadlines(Edition edition, Decisions decisions)
{
    private readonly IReadOnlyList<(ProposedAction.DeclareOutage Action, Instant At)> outages =
        decisions.Of<ProposedAction.DeclareOutage>();

    /// <summary>The last day for a filing, as it was when it was judged.</summary>
    public LocalDate DueOf(CaseDossier dossier, Step step, int? correction, Instant judgedAt)
    {
        if (correction is { } number)
            return dossier.Events.OfType<CaseEvent.CorrectionRequested>()
                .Single(e => e.Correction.Number == number).Correction.Due;
        if (dossier.Events.OfType<CaseEvent.CutoffExtended>()
            .LastOrDefault(e => e.Of == step && e.At <= judgedAt) is { } extended)
            return extended.Date;
        var round = edition.Round(dossier.Id.Round.Number);
        return step switch
        {
            Step.CompanyRegistration => RegisterBy(dossier, round),
            Step.ProjectRegistration => round.ProjectRegistration,
            Step.Claim => dossier.State.Project!.Items.Any(edition.PaysPersons) ? round.Wage.Claim : round.Plain.Claim,
            _ => throw new InvalidOperationException($"{step} has no date."),
        };
    }

    /// <summary>Whether what was received so was on time.</summary>
    public bool Meets(Receipt receipt, LocalDate due, Instant judgedAt) => receipt switch
    {
        Receipt.Electronic e =>
            e.ReceivedAt < CloseOf(due) || (OutageOver(due, judgedAt) is { } until && e.ReceivedAt <= until),
        Receipt.Post p => p.Postmark <= due,
        _ => throw new InvalidOperationException("Unknown receipt."),
    };

    /// <summary>
    /// Until when an outage that was declared by then gives more time to a day's filings; null where none does.
    /// </summary>
    public Instant? OutageOver(LocalDate due, Instant judgedAt) => outages
        .Where(o => o.At <= judgedAt && o.Action.From <= CloseOf(due) && CloseOf(due) < o.Action.Until)
        .Select(o => (Instant?)o.Action.Until).Max();

    private Instant CloseOf(LocalDate due) => (due + edition.Hours.Closes).InUtc().ToInstant() - Duration.FromHours(9);

    // Whoever is told late has as many business days as others; whoever is promoted has those of the year.
    private LocalDate RegisterBy(CaseDossier dossier, Round round)
    {
        if (dossier.Events.OfType<CaseEvent.Promoted>().SingleOrDefault() is { } promoted)
            return Later(round, JapanTime.DateOf(promoted.At), edition.Entry.PromotionBusinessDays);
        if (!dossier.Events.Any(e => e is CaseEvent.ResultHeld))
            return round.CompanyRegistration;
        var told = dossier.Events.OfType<CaseEvent.Won>().Single().At;
        var usual = After(round.EntryCloses, edition.Windows.ResultNoticeBusinessDays);
        var days = 0;
        for (var day = usual.PlusDays(1); day <= round.CompanyRegistration; day = day.PlusDays(1))
            days += edition.Calendar.IsOpen(day) ? 1 : 0;
        return Later(round, JapanTime.DateOf(told), days);
    }

    private LocalDate Later(Round round, LocalDate from, int days) =>
        LocalDate.Max(round.CompanyRegistration, After(from, days));

    private LocalDate After(LocalDate date, int businessDays)
    {
        for (var left = businessDays; left > 0;)
        {
            date = date.PlusDays(1);
            left -= edition.Calendar.IsOpen(date) ? 1 : 0;
        }

        return date;
    }
}
