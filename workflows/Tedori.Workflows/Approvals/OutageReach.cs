using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Approvals;

/// <summary>Finds whom an outage concerns, as far as the records tell. Changes nothing.</summary>
public sealed class OutageReach(CaseDirectory directory, CaseCommandHandler cases, EditionCatalog editions)
{
    /// <summary>Looks through all cases and rounds.</summary>
    public async Task<ReachedByOutage> FindAsync(Outage outage, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outage);
        var (running, ended) = (new List<CaseId>(), new List<CaseId>());
        await directory.EachAsync(c =>
        {
            if (c.Due is { } due && c.Outcome is null && Covers(outage, c.Id, due))
                running.Add(c.Id);
            else if (c.Outcome == Outcome.Lapsed && c.Since >= outage.From)
                ended.Add(c.Id);
        }, cancellation);
        return new(
            running.Count,
            await WhereAsync(ended, s => DateOf(s) is { } due && Covers(outage, s.Id, due), cancellation),
            await WhereAsync(running, s => WasRefused(s), cancellation),
            [.. editions.All.SelectMany(e => e.Rounds, (e, r) => (e, r)).Where(x => ClosesIn(outage, x.e, x.r))
                .Select(x => new RoundId(x.e.Id, x.r.Number))]);
    }

    private async Task<IReadOnlyList<CaseId>> WhereAsync(
        IEnumerable<CaseId> ids, Func<CaseState, bool> holds, CancellationToken cancellation)
    {
        var found = new List<CaseId>();
        foreach (var some in ids.OrderBy(i => i.ToString(), StringComparer.Ordinal).Chunk(FanOut.AtOnce))
        {
            var read = await Task.WhenAll(some.Select(id => cases.ReadAsync(id, cancellation)));
            found.AddRange(read.OfType<CaseSnapshot>().Where(s => holds(s.State)).Select(s => s.State.Id));
        }

        return found;
    }

    private bool Covers(Outage outage, CaseId id, LocalDate due) =>
        outage.Covers(JapanTime.At(due, editions.Of(id).Hours.Closes));

    // Rounds whose list is frozen by now are found too: what is said of them is that the window does not move by itself.
    private static bool ClosesIn(Outage outage, Edition edition, Round round) =>
        outage.Covers(EntryWindow.Of(edition, round).Closes);

    private bool WasRefused(CaseState state) => DateOf(state) is { } due && state.Refused.Any(r =>
        r.StartsWith("late-", StringComparison.Ordinal)
        && r.EndsWith(LocalDatePattern.Iso.Format(due), StringComparison.Ordinal));

    private LocalDate? DateOf(CaseState state)
    {
        var step = state.ClosedIn ?? state.Step;
        return state.Correction is { } open && open.Review == step
            ? open.Due
            : CaseSchedule.DateOf(editions.Of(state.Id), state, step);
    }
}

/// <summary>Whom an outage concerns.</summary>
/// <param name="Running">How many cases have a deadline in it.</param>
/// <param name="Lapsed">Cases that lapsed by a deadline in it: a declaration does not bring them back.</param>
/// <param name="Refused">Cases with a filing that was refused as late meanwhile: it stays refused.</param>
/// <param name="Rounds">Rounds whose entry window ended in it: it has to be moved by itself.</param>
public sealed record ReachedByOutage(
    int Running, IReadOnlyList<CaseId> Lapsed, IReadOnlyList<CaseId> Refused, IReadOnlyList<RoundId> Rounds)
{
    /// <summary>What staff have to know of it, in Japanese.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"この間に期限を迎える申請は{Running:N0}件です。{OfLapsed}{OfRefused}{OfRounds}");

    private string OfLapsed => Lapsed.Count == 0
        ? ""
        : $"既に期限徒過となった申請({Names(Lapsed)})は、届出では元に戻りません。申請の期限の延長を起案すると、元に戻ります。";

    private string OfRefused => Refused.Count == 0
        ? ""
        : $"締切後として受け付けなかった電子申請({Names(Refused)})は、届出の後に企業が改めて提出するまで受付となりません。"
            + "提出が間に合わないときは、申請の期限の延長を起案してください。";

    private string OfRounds => string.Concat(Rounds.Select(
        r => $"第{r.Number}回({r})の事前エントリーの締切は、届出では延びません。「受付期間の延長」を起案してください。"));

    private static string Names(IReadOnlyList<CaseId> ids) => string.Join("、", ids);
}
