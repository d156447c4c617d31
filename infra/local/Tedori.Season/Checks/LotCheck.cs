using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Season.Checks;

/// <summary>
/// Nobody gets two lots, or a lot with another: all entries in the name of one company share one, it has one place at
/// most, and where others entered in its name the result is told only after staff settled that the company itself
/// answers. Nobody else is kept waiting.
/// </summary>
internal sealed class LotCheck(Edition edition, Agenda agenda, RoundRecords rounds) : ISeasonCheck
{
    private readonly Findings findings = new("one company, one lot");
    private readonly EntryPlans entries = new(agenda);
    private readonly List<Member> members = [];

    private readonly ILookup<CaseId, Instant> settled = new Decisions(agenda).Of<ProposedAction.SettleLot>()
        .ToLookup(s => s.Action.Answers, s => s.At);

    public void Add(CaseDossier dossier)
    {
        var company = entries.CompanyOf(dossier);
        findings.Expect(company is not null, () => $"{dossier.Id}: nobody entered it");
        var held = dossier.Events.Any(e => e is CaseEvent.ResultHeld);
        findings.Expect(
            !held || entries.IsDisputed(dossier), () => $"{dossier.Id} waits, and nobody else entered for it");
        var place = dossier.Events.FirstOrDefault(e => e is CaseEvent.Won or CaseEvent.Promoted);
        members.Add(new(dossier.Id, company ?? "", place?.At));
        if (place is not null && entries.IsDisputed(dossier))
            findings.Expect(!entries.IsImpostor(dossier) && settled[dossier.Id].Any(at => at <= place.At),
                () => $"{dossier.Id} got its place at {place.At} before it was settled that it answers");
    }

    public async Task<Invariant> FinishAsync()
    {
        foreach (var round in members.GroupBy(m => m.Id.Round))
        {
            var lots = (await rounds.PagesAsync(RoundRows.ListOf(round.Key))).Where(r => r.Number > 0)
                .ToDictionary(r => r.CaseId, r => r.Number);
            var drawn = round.Where(m => lots.ContainsKey(m.Id)).Select(m => (m.Company, Lot: lots[m.Id])).Distinct()
                .ToList();
            foreach (var (company, count) in drawn.CountBy(d => d.Company))
                findings.Expect(count == 1, () => $"{round.Key}: {company} has {count} lots");
            foreach (var (lot, count) in drawn.CountBy(d => d.Lot))
                findings.Expect(count == 1, () => $"{round.Key}: {count} companies share lot {lot}");
        }

        foreach (var (holder, count) in members.Where(m => m.Since is not null).CountBy(HolderOf))
            findings.Expect(count == 1, () => $"{holder} has {count} places");
        return findings.ToInvariant("entries, lots and places");
    }

    // Where the year lets winners enter again, it is one place a round.
    private string HolderOf(Member member) =>
        edition.Entry.WinnersMayEnterAgain ? $"{member.Company} of {member.Id.Round}" : member.Company;

    private sealed record Member(CaseId Id, string Company, Instant? Since);
}
