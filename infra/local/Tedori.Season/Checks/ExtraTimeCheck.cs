using NodaTime;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;

namespace Tedori.Season.Checks;

/// <summary>
/// No list is sealed before the end of its window as staff moved it, nor long after; nothing lapses by a deadline that
/// an outage puts off before it is over, nor is refused as late until then.
/// </summary>
internal sealed class ExtraTimeCheck(Edition edition, IReadOnlyList<RoundState> rounds, Agenda agenda) : ISeasonCheck
{
    private readonly Findings findings = new("extra time");
    private readonly Deadlines deadlines = new(edition, new(agenda));

    private readonly IReadOnlyList<(ProposedAction.MoveWindow Action, Instant At)> moves =
        new Decisions(agenda).Of<ProposedAction.MoveWindow>();

    public void Add(CaseDossier dossier)
    {
        foreach (var lapsed in dossier.Events.OfType<CaseEvent.Lapsed>())
            findings.Expect(!(deadlines.OutageOver(lapsed.Deadline, lapsed.At) >= lapsed.At),
                () => $"{dossier.Id} lapsed at {lapsed.At}, before the outage was over");
        foreach (var refused in dossier.Events.OfType<CaseEvent.FilingRefused>())
        {
            var due = deadlines.DueOf(dossier, refused.Of, CorrectionIn(dossier, refused), refused.At);
            findings.Expect(!deadlines.Meets(refused.Receipt, due, refused.At),
                () => $"{dossier.Id}: what was received by {refused.Receipt} was refused, due {due}");
        }
    }

    public Task<Invariant> FinishAsync()
    {
        foreach (var round in rounds)
        {
            var written = EntryWindow.AsWritten(edition, edition.Round(round.Id.Number)).Closes;
            var end = moves.Where(m => m.Action.Round == round.Id).Select(m => m.Action.Closes).Append(written).Max();
            findings.Expect(round.SealedAt >= end && round.SealedAt <= end + Duration.FromDays(1),
                () => $"{round.Id} was sealed at {round.SealedAt}, its window ended at {end}");
        }

        return Task.FromResult(findings.ToInvariant("sealings, lapses and refusals"));
    }

    private static int? CorrectionIn(CaseDossier dossier, CaseEvent.FilingRefused refused) =>
        refused.Of is Programme.Step.EligibilityReview or Programme.Step.ClaimReview
            ? dossier.Events.TakeWhile(e => e != refused).OfType<CaseEvent.CorrectionRequested>().Last()
                .Correction.Number
            : null;
}
