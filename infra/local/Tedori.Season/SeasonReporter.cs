using Tedori.Local.Mail;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Season.Checks;
using Tedori.Season.Reporting;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Season;

/// <summary>Makes the report of a season out of the records, and checks the invariants on the way.</summary>
internal sealed class SeasonReporter(
    SeasonOptions options, CaseReader cases, RoundRecords rounds, PlaceService places, DrawArchive archive, Outbox outbox,
    Agenda agenda, StaffTasks tasks,
    Microsoft.DurableTask.Client.DurableTaskClient client)
{
    private readonly SortedDictionary<string, int> notices = new(StringComparer.Ordinal);
    private int attempts;
    private int events;

    public async Task<SeasonReport> ReportAsync()
    {
        var states = new List<RoundState>();
        foreach (var round in options.Rounds)
            states.Add((await rounds.StateAsync(round)).State);
        var tallies = states.ToDictionary(s => s.Id, s => new RoundTally(options.Of(s.Id), s));
        var checks = await ChecksAsync(states);
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
        var rows = states.Select(s => RowOf(s, tallies[s.Id])).ToList();
        var totals = Totals(rows, tallies.Values.Sum(t => t.Reinstated));
        return new(options.Ids, options.Seed, options.Entries, rows, notices, totals, invariants);
    }

    private RoundReport RowOf(RoundState state, RoundTally tally) =>
        tally.ToReport() with { Edition = options.Further.Count > 0 ? state.Id.Edition : null };

    private async Task<List<ISeasonCheck>> ChecksAsync(IReadOnlyList<RoundState> states)
    {
        var checks = new List<ISeasonCheck>();
        foreach (var edition in options.Editions)
        {
            var own = states.Where(s => s.Id.Edition == edition.Id).ToList();
            checks.AddRange(OfYear(edition, Checks(edition, own, await places.LedgerAsync(edition.Id))));
        }

        checks.Add(new OutcomeCheck(client));
        checks.AddRange(options.Editions.SelectMany(e => OfYear(e, [new AmountCheck(e)])));
        checks.AddRange(new MailCheck(outbox, options.LostHints > 0), new ChainCheck(), new DecisionCheck(), new RecipientCheck(outbox),
            new BounceCheck(agenda, tasks));
        if (options.Further.Count > 0)
            checks.Add(new SideBySideCheck(options.Editions, outbox));
        return checks;
    }

    // Those of a year see the cases of that year alone; the others see them all.
    private IEnumerable<ISeasonCheck> OfYear(Edition edition, IEnumerable<ISeasonCheck> checks) =>
        options.Further.Count > 0 ? checks.Select(c => new YearCheck(edition.Id, c)) : checks;

    private List<ISeasonCheck> Checks(Edition edition, IReadOnlyList<RoundState> states, PlaceLedger ledger) =>
    [
        new PlacesCheck(states, ledger),
        new QuotaCheck(states, ledger, rounds),
        new SealedListCheck(edition, agenda, rounds),
        new DrawCheck(states, archive),
        new ResultCheck(edition, agenda),
        new CutoffCheck(edition, agenda),
        new ExtraTimeCheck(edition, states, agenda),
        new LotCheck(edition, agenda, rounds),
        new EnvelopeCheck(edition, agenda),
        new PromotionCheck(edition, states, ledger, agenda),
        new VersionCheck(edition, agenda),
        new StatementCheck(edition),
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
