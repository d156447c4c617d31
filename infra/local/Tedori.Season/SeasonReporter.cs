using Tedori.Local.Mail;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Season.Checks;
using Tedori.Season.Reporting;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>Makes the report of a season out of the records, and checks the invariants on the way.</summary>
internal sealed class SeasonReporter(
    SeasonOptions options, CaseReader cases, RoundRecords rounds, PlaceService places, DrawArchive archive, Outbox outbox,
    Agenda agenda,
    Microsoft.DurableTask.Client.DurableTaskClient client)
{
    private readonly SortedDictionary<string, int> notices = new(StringComparer.Ordinal);
    private int attempts;
    private int events;

    public async Task<SeasonReport> ReportAsync()
    {
        var states = new List<RoundState>();
        foreach (var round in options.Edition.Rounds)
            states.Add((await rounds.StateAsync(new(options.Edition.Id, round.Number))).State);
        var tallies = states.ToDictionary(s => s.Id, s => new RoundTally(options.Edition, s));
        var checks = Checks(states, await places.LedgerAsync(options.Edition.Id));
        await foreach (var dossier in cases.AllAsync())
        {
            tallies[dossier.Id.Round].Add(dossier);
            foreach (var check in checks)
                check.Add(dossier);
            Count(dossier);
        }

        var invariants = new List<Invariant>();
        foreach (var check in checks)
            invariants.Add(await check.FinishAsync());
        var rows = states.Select(s => tallies[s.Id].ToReport()).ToList();
        var totals = Totals(rows, tallies.Values.Sum(t => t.Reinstated));
        return new(options.Edition.Id, options.Seed, options.Entries, rows, notices, totals, invariants);
    }

    private List<ISeasonCheck> Checks(IReadOnlyList<RoundState> states, PlaceLedger ledger) =>
    [
        new PlacesCheck(states, ledger),
        new QuotaCheck(states, ledger, rounds),
        new SealedListCheck(options.Edition, agenda, rounds),
        new DrawCheck(states, archive),
        new ResultCheck(options.Edition),
        new CutoffCheck(options.Edition, agenda),
        new OutcomeCheck(client),
        new AmountCheck(options.Edition),
        new MailCheck(outbox),
        new ChainCheck(),
    ];

    private void Count(CaseDossier dossier)
    {
        attempts += dossier.Attempts.Count;
        events += dossier.Events.Count;
        foreach (var sent in dossier.Sent)
        {
            var kind = NoticeId.NameOf(sent.Notice.Kind);
            notices[kind] = notices.GetValueOrDefault(kind) + 1;
        }
    }

    private SeasonTotals Totals(List<RoundReport> rows, int reinstated) => new(
        rows.Sum(r => r.Entries), rows.Sum(r => r.Excluded), rows.Sum(r => r.Won), rows.Sum(r => r.Lost),
        rows.Sum(r => r.Registered), rows.Sum(r => r.Lapsed.Values.Sum()), rows.Sum(r => r.Withdrawn),
        rows.Sum(r => r.Ineligible), rows.Sum(r => r.Granted), rows.Sum(r => r.Refused), rows.Sum(r => r.YenGranted),
        reinstated, attempts, outbox.Count(), events);
}
