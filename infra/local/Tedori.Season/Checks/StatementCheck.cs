using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season.Checks;

/// <summary>
/// What companies state of their items stays as it was stated last; and no item is paid whose schemes or dates do not fit the
/// registration and the period, unless somebody said why.
/// </summary>
internal sealed class StatementCheck(Edition edition) : ISeasonCheck
{
    private readonly Findings findings = new("statements");

    public void Add(CaseDossier dossier)
    {
        if (dossier.Events.OfType<CaseEvent.ClaimSubmitted>().LastOrDefault() is not { } claim)
            return;
        var projects = dossier.Events.OfType<CaseEvent.ProjectRegistered>().ToList();
        var stated = Last(dossier, claim);
        findings.Expect(
            claim.Claim.Items.SequenceEqual(stated.Keys.Order())
                && Text(stated.Values) == Text(dossier.State.Claim?.Stated ?? []),
            () => $"{dossier.Id}: the record states {Text(dossier.State.Claim?.Stated ?? [])}, not {Text(stated.Values)}");
        if (dossier.Events.OfType<CaseEvent.GrantDecided>().SingleOrDefault() is not { } granted)
            return;
        foreach (var number in granted.Approved.Items)
        {
            var wrong = Wrong(dossier, projects, stated[number], DateOf(claim.Filing));
            var reasoned = granted.Findings?.Any(f => f.Item == number && f.Reason.Length > 0) == true;
            findings.Expect(wrong is null || reasoned,
                () => $"{dossier.Id}: item {number} was paid with {wrong}, without a reason");
        }
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("claims and items paid"));

    private static SortedDictionary<int, ItemStatement> Last(CaseDossier dossier, CaseEvent.ClaimSubmitted claim)
    {
        var stated = new SortedDictionary<int, ItemStatement>();
        foreach (var statement in claim.Claim.Stated ?? [])
            stated[statement.Item] = statement;
        var answers = dossier.Events.SkipWhile(e => e != claim).OfType<CaseEvent.CorrectionAnswered>();
        foreach (var statement in answers.SelectMany(a => a.Stated ?? []))
            stated[statement.Item] = statement;
        return stated;
    }

    private string? Wrong(
        CaseDossier dossier, List<CaseEvent.ProjectRegistered> projects, ItemStatement stated, LocalDate claimedOn)
    {
        var item = edition.Items.Single(i => i.Number == stated.Item);
        var registered = projects[^1].Project.Stated?.FirstOrDefault(s => s.Item == item.Number)?.Schemes ?? [];
        if (item.Schemes.Count > 0 && stated.Schemes is not { Count: > 0 })
            return "no scheme";
        if (stated.Schemes?.Except(registered).Any() == true)
            return "a scheme that was not registered";
        if (!edition.Filings.ItemDatesInPeriod)
            return null;
        LocalDate?[] dates = edition.PaysPersons(item) ? [stated.Since] : [stated.Made, stated.Since];
        if (dates.Any(d => d is null))
            return "a date that is missing";
        if (dates.Any(d => d < From(projects, item.Number) || d > Until(dossier, projects[^1])))
            return "a date outside the period";
        return dates.Any(d => d > claimedOn) ? "a date after the claim" : stated.Since < stated.Made ? "a rule made later" : null;
    }

    // From the first version of the registration on that has the item in it, and all after it.
    private static LocalDate From(List<CaseEvent.ProjectRegistered> projects, int item)
    {
        var last = projects.FindLastIndex(p => !p.Project.Items.Contains(item));
        return DateOf(projects[last + 1].Filing);
    }

    private LocalDate Until(CaseDossier dossier, CaseEvent.ProjectRegistered project)
    {
        var round = edition.Round(dossier.Id.Round.Number);
        var written = project.Project.Items.Any(edition.PaysPersons)
            ? round.Wage.Implementation
            : round.Plain.Implementation;
        return dossier.Events.OfType<CaseEvent.CutoffExtended>().LastOrDefault(e => e.Of == Step.Implementation)?.Date
            ?? written;
    }

    private static LocalDate DateOf(Filing filing) => filing.Receipt.Match(
        e => (e.ReceivedAt + Duration.FromHours(9)).InUtc().Date, p => p.Postmark);

    private static string Text(IEnumerable<ItemStatement> statements) => string.Join("; ", statements.Select(
        s => $"{s.Item}: {string.Join(' ', s.Schemes ?? [])} {s.Made} {s.Since}"));
}
