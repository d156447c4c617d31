using NodaTime;
using Tedori.Programme.Approvals;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Rounds;

namespace Tedori.Season.Checks;

/// <summary>
/// Every entry received in the window, as it was moved by then, and none outside, is in the sealed list.
/// </summary>
internal sealed class SealedListCheck(Edition edition, Agenda agenda, RoundRecords rounds) : ISeasonCheck
{
    private readonly Findings findings = new("sealed lists");

    private readonly IReadOnlyList<(ProposedAction.MoveWindow Action, Instant At)> moves =
        new Decisions(agenda).Of<ProposedAction.MoveWindow>();

    public void Add(CaseDossier dossier)
    {
        // Entries are compared with what the companies did, not with their cases.
    }

    public async Task<Invariant> FinishAsync()
    {
        var done = agenda.DoneOf(Deed.Enter).ToLookup(d => TedoriJson.Read<EntryPlan>(d.Item.Body).Round);
        foreach (var round in edition.Rounds)
        {
            var id = new Programme.RoundId(edition.Id, round.Number);
            var byKey = (await rounds.EntriesAsync(id)).ToDictionary(e => e.Entry.Key, e => e.Entry);
            var listed = (await rounds.PagesAsync(RoundRows.ListOf(id))).ToDictionary(l => l.CaseId);
            foreach (var (item, result) in done[id])
            {
                var receivedAt = TedoriJson.Read<EntryPlan>(item.Body).ReceivedAt;
                var inWindow = receivedAt >= Tokyo(round.EntryOpens, edition.Hours.Opens)
                    && (receivedAt < Tokyo(round.EntryCloses, edition.Hours.Closes)
                        || moves.Any(m => m.Action.Round == id && m.At <= receivedAt && receivedAt < m.Action.Closes));
                var inList = byKey.TryGetValue(item.Key, out var entry) && listed.TryGetValue(entry.CaseId, out var row)
                    && row.ReceivedAt == receivedAt;
                findings.Expect(inWindow == inList && inWindow == (result == "accepted"),
                    () => $"{item.Key} at {receivedAt}: in window {inWindow}, in list {inList}, answered {result}");
            }

            findings.Expect(
                listed.Count == byKey.Count, () => $"{id}: {listed.Count} in the list, {byKey.Count} entries");
        }

        return findings.ToInvariant("entries");
    }

    private static Instant Tokyo(LocalDate date, LocalTime time) =>
        (date + time).InUtc().ToInstant() - Duration.FromHours(9);
}
