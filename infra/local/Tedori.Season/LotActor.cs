using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>
/// Lots that others entered in the name of a company: the staff ask it, and settle with two people which entry answers.
/// And places that came back, where the year gives them to the next of the ranking.
/// </summary>
internal sealed class LotActor(
    SeasonOptions options, SharedLots lots, RoundRecords rounds, CaseCommandHandler cases)
{
    private const string Why = "企業に電話で確認したため";
    private static readonly Duration Pause = Duration.FromMilliseconds(61_007);

    /// <summary>What is planned for a round when it opens.</summary>
    public IEnumerable<AgendaItem> Plan(RoundId id)
    {
        var edition = options.Of(id);
        var round = edition.Round(id.Number);
        yield return Settle(id, Settling.Some, After(round.EntryCloses, 2));
        yield return Settle(id, Settling.Won, After(round.EntryCloses, edition.Windows.ResultNoticeBusinessDays + 2));
        if (!edition.Entry.Promotes)
            yield break;
        // First when the deadline has settled, then when the reviews have come to their ends.
        foreach (var days in (int[])[edition.Windows.PostalSettlementBusinessDays + 3, 25])
        {
            yield return Settle(id, Settling.Lost, After(round.CompanyRegistration, days - 1), $"-{days}");
            yield return new($"promote-{id}-{days}", At(Decided(round.CompanyRegistration, days)), Deed.Decide,
                TedoriJson.Write(new DecisionPlan(new ProposedAction.Promote(id), "返還された予定社数があるため")));
        }

        Instant After(LocalDate from, int days) => At(edition.Calendar.AddBusinessDays(from, days));

        Instant At(LocalDate date) => JapanTime.At(date, new LocalTime(13, 5, 21, 17));

        // While the result of another round is not out nobody can be promoted, so the staff wait for it.
        LocalDate Decided(LocalDate from, int days)
        {
            var date = edition.Calendar.AddBusinessDays(from, days);
            var waits = edition.Rounds.Where(r => r.Number != id.Number)
                .Select(r => (From: r.EntryCloses, Until: edition.Calendar.AddBusinessDays(
                    r.EntryCloses, edition.Windows.ResultNoticeBusinessDays + 1)))
                .Where(w => w.From <= date && date < w.Until);
            return waits.Select(w => w.Until).Append(date).Max();
        }
    }

    /// <summary>Asks, and plans a decision for each lot.</summary>
    public async Task<(string Result, List<AgendaItem> Following)> SettleAsync(AgendaItem item)
    {
        var (round, which) = TedoriJson.Read<SettlingPlan>(item.Body);
        var decisions = new List<AgendaItem>();
        foreach (var lot in await OpenAsync(round, which))
        {
            var action = new ProposedAction.SettleLot(round, lot, await AskAsync(round, lot), Why);
            decisions.Add(new($"settle-{round}-{lot}", item.At + ((decisions.Count + 1) * Pause), Deed.Decide,
                TedoriJson.Write(new DecisionPlan(action, Why))));
        }

        return ($"{decisions.Count} lots", decisions);
    }

    private async Task<List<int>> OpenAsync(RoundId round, Settling which)
    {
        var open = new List<int>();
        foreach (var lot in await SharedAsync(round, which))
        {
            if (await lots.SettledAsync(round, lot.Shared!.Number) is null)
                open.Add(lot.Shared.Number);
        }

        return open;
    }

    private async Task<List<ResultRow>> SharedAsync(RoundId round, Settling which)
    {
        if (which != Settling.Lost)
            return [.. (await lots.DisputedAsync(round)).Where(r => which == Settling.Won || IsEarly(r))];
        var lost = new List<ResultRow>();
        foreach (var first in (await rounds.ResultsAsync(round)).Where(
            r => r is { Exclusion: null, Shared.Won: false }))
        {
            if (await lots.IsDisputedAsync(await lots.MembersAsync(round, first.Shared!.Number)))
                lost.Add(first);
        }

        return lost;
    }

    private bool IsEarly(ResultRow lot) => Dice.For(options.Seed, "settle", lot.CaseId.ToString()).InThousand(500);

    // The company knows which of the addresses is its own.
    private async Task<CaseId> AskAsync(RoundId round, int lot)
    {
        foreach (var member in await lots.MembersAsync(round, lot))
        {
            var email = (await cases.ReadAsync(member.CaseId))!.State.Entry.Email;
            if (email == Company.OfAddress(options.Seed, email).Form.Email)
                return member.CaseId;
        }

        throw new InvalidOperationException($"Nobody of lot {lot} of {round} is the company.");
    }

    private static AgendaItem Settle(RoundId id, Settling which, Instant at, string suffix = "") =>
        new($"lots-{which}-{id}{suffix}", at, Deed.SettleLots, TedoriJson.Write(new SettlingPlan(id, which)));
}
