using NodaTime;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season.Checks;

/// <summary>
/// Every entry is told its result, once, at the latest on the last business day of the window (the seventh) after the
/// close; where others entered in the name of the company, a day after staff settled who answers. Who is promoted is
/// told so besides.
/// </summary>
internal sealed class ResultCheck(Edition edition, Agenda agenda) : ISeasonCheck
{
    private readonly EntryPlans entries = new(agenda);

    private readonly IReadOnlyList<(ProposedAction.SettleLot Action, Instant At)> settled =
        new Decisions(agenda).Of<ProposedAction.SettleLot>();

    private readonly Findings findings = new("result notices");
    private readonly Dictionary<int, Instant> ends = edition.Rounds.ToDictionary(r => r.Number, r => EndOf(edition, r));

    public void Add(CaseDossier dossier)
    {
        var sent = dossier.Sent.Where(s => s.Notice.Kind
            is NoticeKind.ResultWon or NoticeKind.ResultLost or NoticeKind.ResultExcluded).ToList();
        var results = dossier.Events.Count(e => e is CaseEvent.Promoted) + 1;
        findings.Expect(sent.Count == results && sent[0].SentAt < EndOf(dossier),
            () => $"{dossier.Id}: {sent.Count} sent, {(sent.Count > 0 ? sent[0].SentAt : default)}");
    }

    private Instant EndOf(CaseDossier dossier)
    {
        var end = ends[dossier.Id.Round.Number];
        return entries.IsDisputed(dossier)
            ? settled.Where(s => s.Action.Round == dossier.Id.Round).Select(s => s.At + Duration.FromDays(1))
                .Append(end).Max()
            : end;
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("entries"));

    private static Instant EndOf(Edition edition, Round round)
    {
        var date = round.EntryCloses;
        for (var left = edition.Windows.ResultNoticeBusinessDays; left > 0;)
        {
            date = date.PlusDays(1);
            left -= edition.Calendar.IsOpen(date) ? 1 : 0;
        }

        return date.PlusDays(1).AtMidnight().InUtc().ToInstant() - Duration.FromHours(9);
    }
}
