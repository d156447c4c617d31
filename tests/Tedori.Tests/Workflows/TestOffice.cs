using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Testing;
using Moq;
using NodaTime;
using NodaTime.Testing;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

/// <summary>All desks over one record in memory, as the host puts them together.</summary>
internal sealed class TestOffice
{
    public static readonly RoundId First = RoundId.Parse("r7-01");

    public TestOffice(string now = "2025-05-19T09:00:00", Edition? edition = null)
    {
        var editions = new EditionCatalog(edition ?? Sample.R7);
        Shelf = editions;
        Clock = new(Tokyo.At(now));
        Records = new(Log);
        Hints = new(Log);
        Beacon.Setup(b => b.Announce(It.IsAny<RoundId>(), It.IsAny<int>(), It.IsAny<Instant>()))
            .Returns((RoundId _, int draw, Instant notBefore) =>
                new BeaconPledge(BeaconPledge.Simulated, "test", draw, notBefore));
        AnswerBeacon((round, draw, pledge) => Now < pledge.Due
            ? null
            : new(BeaconPledge.Simulated, Encoding.UTF8.GetBytes($"{round}.{draw}")));
        Secrets.Setup(s => s.SecretOf(It.IsAny<RoundId>()))
            .Returns((RoundId round) => SHA256.HashData(Encoding.UTF8.GetBytes($"secret {round}")));
        Renderer.Setup(r => r.RenderAsync(It.IsAny<Notice>(), It.IsAny<Uri?>()))
            .ReturnsAsync((Notice n, Uri? _) => new RenderedMail(string.Join("\n", n.Paragraphs), "<p></p>"));
        Tasks = new(Records);
        Directory = new(Records, editions, new DirectoryMirror(reload: null), Clock);
        Cases = new(Records, editions, Directory, Hints);
        Entries = new(Records, new(Records), editions, Cases, Clock);
        RoundRecords = new(Records);
        Selected = new(Records);
        Places = new(Records, editions, RoundRecords, Cases, Clock);
        Witnesses = new(Records, RoundRecords, Hints, Clock);
        Beacons = new(Beacon.Object, Witnesses, Clock);
        Sealing = new(Records, RoundRecords, Selected, Places, Beacons, Secrets.Object, Clock);
        Rounds = new(editions, RoundRecords, Sealing, Beacons, new(Records), Places, Tasks, Hints, Clock);
        Redraw = new(editions, RoundRecords, Sealing, Hints, Clock);
        Archive = new(RoundRecords);
        Publication = new(Records, RoundRecords, Cases, Selected, Places, Clock);
        Promotion = new(Records, editions, RoundRecords, Cases, Selected, Places, Clock);
        Access = new(Records, Links.Object);
        Notices = new(Records, editions, Mail, Renderer.Object, Access, Tasks, Hints, Clock, NoticeLog);
        Extension = new(new(Records, editions), Cases, Clock);
        Sweeper = new(Records, editions, RoundRecords, Rounds, Places, Entries, Cases, Directory, Bulks, Hints, Clock);
    }

    /// <summary>Commits and hints in the order in which they happened.</summary>
    public List<string> Log { get; } = [];

    public EditionCatalog Shelf { get; }

    public FakeClock Clock { get; }

    public Instant Now => Clock.GetCurrentInstant();

    public MemoryRecords Records { get; }

    public RecordingHints Hints { get; }

    public Mock<IBeacon> Beacon { get; } = new();

    public Mock<ISealingSecrets> Secrets { get; } = new();

    public WitnessService Witnesses { get; }

    public Beacons Beacons { get; }

    public Redraw Redraw { get; }

    public DrawArchive Archive { get; }

    public Promotion Promotion { get; }

    public Mock<INoticeRenderer> Renderer { get; } = new();

    public Mock<ICaseLinks> Links { get; } = new();

    public CaseAccess Access { get; }

    public FakeMail Mail { get; } = new();

    public StaffTasks Tasks { get; }

    public CaseDirectory Directory { get; }

    public CaseCommandHandler Cases { get; }

    public EntryService Entries { get; }

    public RoundRecords RoundRecords { get; }

    public SelectedCompanies Selected { get; }

    public PlaceService Places { get; }

    public Sealing Sealing { get; }

    public RoundService Rounds { get; }

    public Publication Publication { get; }

    public FakeLogger<NoticeService> NoticeLog { get; } = new();

    public NoticeService Notices { get; }

    public RoundExtension Extension { get; }

    /// <summary>What the sweeper asks for work on many cases.</summary>
    public List<IBulkList> Bulks { get; } = [];

    public Sweeper Sweeper { get; }

    /// <summary>A form of company number n, which is nobody else.</summary>
    public static EntryForm Form(int n) => Sample.Form with { CorporateNumber = null, CompanyName = $"株式会社見本{n}" };

    /// <summary>What the platform's beacon answers from now on.</summary>
    public void AnswerBeacon(Func<RoundId, int, BeaconPledge, BeaconValue?> value) => Beacon
        .Setup(b => b.ValueAsync(
            It.IsAny<RoundId>(), It.IsAny<int>(), It.IsAny<BeaconPledge>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(
            (RoundId round, int draw, BeaconPledge pledge, CancellationToken _) => value(round, draw, pledge));

    public Task<EntryAnswer> EnterAsync(int n, RoundId? round = null) =>
        Entries.ReceiveAsync(round ?? First, Form(n), Now, $"key-{n}");

    public async Task EnterManyAsync(int count, RoundId? round = null)
    {
        for (var n = 1; n <= count; n++)
            Assert.IsType<EntryAnswer.Received>(await EnterAsync(n, round));
    }

    public Task<RoundAdvanced> AdvanceAtAsync(string local, RoundId? round = null)
    {
        Clock.Reset(Tokyo.At(local));
        return Rounds.AdvanceAsync(round ?? First);
    }

    /// <summary>Opens round 1, takes so many entries and draws.</summary>
    public async Task DrawAsync(int entries)
    {
        await Rounds.AdvanceAsync(First);
        await EnterManyAsync(entries);
        await AdvanceAtAsync("2025-05-23T17:02:00");
        await AdvanceAtAsync("2025-05-23T17:32:00");
    }

    /// <summary>Opens round 1, takes so many entries, draws and releases the result on the next business day.</summary>
    public async Task ReleaseAsync(int entries)
    {
        await DrawAsync(entries);
        Clock.Reset(Tokyo.At("2025-05-26T10:00:00"));
        Assert.Null(await Rounds.ReleaseAsync(First, "担当者", "承認者"));
    }

    public async Task PublishAsync(RoundId? round = null)
    {
        for (int? page = 0; page is { } next;)
            page = await Publication.PublishAsync(round ?? First, next);
    }

    public async Task<RoundState> StateAsync(RoundId? round = null) =>
        (await RoundRecords.StateAsync(round ?? First)).State;

    public async Task<CaseState> CaseAsync(int serial) => (await Cases.ReadAsync(new(First, serial)))!.State;

    public async Task<IReadOnlyList<string>> TaskKindsAsync()
    {
        var kinds = new List<string>();
        await foreach (var task in Tasks.AllAsync())
            kinds.Add(task.Kind);
        return kinds;
    }
}
