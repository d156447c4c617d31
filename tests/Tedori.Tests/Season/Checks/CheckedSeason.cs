using Tedori.Local.Mail;
using Tedori.Local.Records;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Season;
using Tedori.Season.Checks;
using Tedori.Season.Reporting;
using Tedori.Testing.Data;
using Tedori.Testing.Season;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Season.Checks;

/// <summary>A small season that was played, open for reading: what the checks see before it is tampered with.</summary>
public sealed class CheckedSeason : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteRecords records = null!;

    internal Edition Edition { get; } = PlayedSeason.SecondEdition();

    internal IReadOnlyList<CaseDossier> Dossiers { get; private set; } = [];

    internal IReadOnlyList<RoundState> Rounds { get; private set; } = [];

    internal RoundRecords RoundRecords { get; private set; } = null!;

    internal DrawArchive Archive => new(RoundRecords, new());

    internal PlaceLedger Ledger { get; private set; } = PlaceLedger.Empty;

    internal Agenda Agenda { get; private set; } = null!;

    internal Outbox Outbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var season = await PlayedSeason.PlayAsync(new(Edition, Entries: 40, Seed: 1), folder.Path);
        Assert.True(season.Report.Held);
        records = new SqliteRecords(folder["records.db"]);
        Agenda = new Agenda(folder["season.db"]);
        Outbox = new Outbox(folder["outbox.db"]);
        RoundRecords = new RoundRecords(records);
        Dossiers = await new CaseReader(records).AllAsync().ToListAsync();
        Ledger = (await records.ReadAsync(PlaceRows.Ledger(Edition.Id)))!.Body;
        var rounds = new List<RoundState>();
        foreach (var round in Edition.Rounds)
            rounds.Add((await RoundRecords.StateAsync(new RoundId(Edition.Id, round.Number))).State);
        Rounds = rounds;
    }

    /// <summary>An agenda on which nothing but this was done.</summary>
    internal Agenda AgendaOf(AgendaItem item, string result)
    {
        var agenda = new Agenda(folder[$"{Guid.NewGuid():n}.db"]);
        agenda.Add(item);
        agenda.Done(item, result, []);
        return agenda;
    }

    internal Outbox EmptyOutbox() => new(folder[$"{Guid.NewGuid():n}.db"]);

    /// <summary>The first case with an event of this type.</summary>
    internal CaseDossier With<TEvent>() => Dossiers.First(d => d.Events.OfType<TEvent>().Any());

    public async Task DisposeAsync()
    {
        Agenda.Dispose();
        await Outbox.DisposeAsync();
        await records.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}
