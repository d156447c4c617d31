using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season.Checks;

/// <summary>
/// Every entry is told its result, once, at the latest on the last business day of the window (the seventh) after the
/// close.
/// </summary>
internal sealed class ResultCheck(Edition edition) : ISeasonCheck
{
    private readonly Findings findings = new("result notices");
    private readonly Dictionary<int, Instant> ends = edition.Rounds.ToDictionary(r => r.Number, r => EndOf(edition, r));

    public void Add(CaseDossier dossier)
    {
        var sent = dossier.Sent.Where(s => s.Notice.Kind
            is NoticeKind.ResultWon or NoticeKind.ResultLost or NoticeKind.ResultExcluded).ToList();
        findings.Expect(sent.Count == 1 && sent[0].SentAt < ends[dossier.Id.Round.Number],
            () => $"{dossier.Id}: {sent.Count} sent, {(sent.Count > 0 ? sent[0].SentAt : default)}");
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
