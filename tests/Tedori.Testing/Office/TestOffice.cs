using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Moq;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Inbound;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Composition;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Testing.Office;

/// <summary>The services over one record in memory, composed as the host composes them.</summary>
internal sealed class TestOffice
{
    public static readonly RoundId First = RoundId.Parse("r7-01");
    private readonly IServiceProvider services;

    /// <param name="add">Ports that this office has besides, or instead.</param>
    public TestOffice(
        string now = "2025-05-19T09:00:00", Edition? edition = null, Action<IServiceCollection>? add = null)
    {
        Editions = new(edition ?? Sample.R7);
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
        Renderer.Setup(r => r.RenderAsync(It.IsAny<Notice>(), It.IsAny<Uri?>(), It.IsAny<Instant?>()))
            .ReturnsAsync((Notice n, Uri? _, Instant? _) => new RenderedMail(n.Subject, n.Said(), "<p></p>"));
        services = Compose(add);
    }

    /// <summary>Commits and hints in the order in which they happened.</summary>
    public List<string> Log { get; } = [];

    public EditionCatalog Editions { get; }

    public FakeClock Clock { get; }

    public Instant Now => Clock.GetCurrentInstant();

    public FaultyRecords Records { get; }

    public RecordingHints Hints { get; }

    public Mock<IBeacon> Beacon { get; } = new();

    public Mock<ISealingSecrets> Secrets { get; } = new();

    public Mock<INoticeRenderer> Renderer { get; } = new();

    public Mock<ICaseLinks> Links { get; } = new();

    public FakeMail Mail { get; } = new();

    public FakeLogger<NoticeHandOver> NoticeLog { get; } = new();

    public WitnessService Witnesses => Get<WitnessService>();

    public Beacons Beacons => Get<Beacons>();

    public Redraw Redraw => Get<Redraw>();

    public DrawArchive Archive => Get<DrawArchive>();

    public Promotion Promotion => Get<Promotion>();

    public CaseAccess Access => Get<CaseAccess>();

    public StaffTasks Tasks => Get<StaffTasks>();

    public CaseDirectory Directory => Get<CaseDirectory>();

    public CaseCommandHandler Cases => Get<CaseCommandHandler>();

    public EntryService Entries => Get<EntryService>();

    public RoundRecords RoundRecords => Get<RoundRecords>();

    public SelectedCompanies Selected => Get<SelectedCompanies>();

    public PlaceService Places => Get<PlaceService>();

    public Sealing Sealing => Get<Sealing>();

    public RoundService Rounds => Get<RoundService>();

    public Publication Publication => Get<Publication>();

    public NoticeService Notices => Get<NoticeService>();

    public RoundExtension Extension => Get<RoundExtension>();

    public Sweeper Sweeper => Get<Sweeper>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

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
        Assert.Null(await Rounds.ReleaseAsync(First, Sample.Two));
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

    private IServiceProvider Compose(Action<IServiceCollection>? add)
    {
        var composed = new ServiceCollection().AddWorkflows()
            .AddSingleton<IRecords>(Records)
            .AddSingleton<IHints>(Hints)
            .AddSingleton<IClock>(Clock)
            .AddSingleton<IMail>(Mail)
            .AddSingleton(new InboundSettings(null, "office@tedori.example"))
            .AddSingleton<IMailReader, MimeMailReader>()
            .AddSingleton<ILogger<NoticeHandOver>>(NoticeLog)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(Editions)
            .AddSingleton(new DirectoryMirror(reload: null))
            .AddSingleton(new VirusScanning(Expected: false))
            .AddSingleton(Beacon.Object)
            .AddSingleton(Secrets.Object)
            .AddSingleton(Renderer.Object)
            .AddSingleton<IEvidenceStore>(new MemoryEvidence())
            .AddSingleton<ISealedDocuments>(new MemorySealed())
            .AddSingleton(Links.Object);
        add?.Invoke(composed);
        return composed.BuildServiceProvider(validateScopes: true).CreateScope().ServiceProvider;
    }
}
