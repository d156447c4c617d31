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
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Season.Checks;

/// <summary>
/// A small season that was played, once for all classes of checks and open for reading: what they see before it is
/// tampered with.
/// </summary>
public sealed class CheckedSeason : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteRecords records = null!;

    internal Edition Edition { get; } = Changed(PlayedSeason.SecondEdition());

    internal IReadOnlyList<CaseDossier> Dossiers { get; private set; } = [];

    internal IReadOnlyList<RoundState> Rounds { get; private set; } = [];

    internal RoundRecords RoundRecords { get; private set; } = null!;

    internal DrawArchive Archive => new(RoundRecords, new());

    internal PlaceLedger Ledger { get; private set; } = PlaceLedger.Empty;

    internal Agenda Agenda { get; private set; } = null!;

    internal Outbox Outbox { get; private set; } = null!;

    internal StaffTasks Tasks => new(records);

    // Some lose and are promoted, and late post has some days.
    private static Edition Changed(Edition edition) => edition with
    {
        Entry = edition.Entry with { PromotionBusinessDays = 10, WinnersMayEnterAgain = false, MaximumEmployees = 300 },
        Windows = edition.Windows with { PostalSettlementBusinessDays = 5 },
        Rounds = [edition.Rounds[0] with { Places = 25 }, .. edition.Rounds.Skip(1)],
    };

    public async Task InitializeAsync()
    {
        var season = await PlayedSeason.PlayAsync(new(Edition, Entries: 40, Seed: 1), folder.Path);
        Assert.All(season.Report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
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

    /// <summary>What was done, with some of it done otherwise or, where null, never.</summary>
    internal Agenda AgendaWith(Func<AgendaItem, AgendaItem?> change)
    {
        var agenda = new Agenda(folder[$"{Guid.NewGuid():n}.db"]);
        foreach (var (item, result) in Enum.GetValues<Deed>().SelectMany(Agenda.DoneOf))
        {
            if (change(item) is not { } changed)
                continue;
            agenda.Add(changed);
            agenda.Done(changed, result, []);
        }

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

[CollectionDefinition(Name)]
public sealed class CheckedSeasonGroup : ICollectionFixture<CheckedSeason>
{
    public const string Name = "Checked season";
}
