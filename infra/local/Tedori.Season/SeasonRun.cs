using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Local.Beacon;
using Tedori.Local.Composition;
using Tedori.Local.Data;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Season.Reporting;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Sweeping;

namespace Tedori.Season;

/// <summary>
/// Plays a season in a data folder and reports on it. A folder that holds an unfinished season is gone on with.
/// </summary>
internal sealed class SeasonRun : IAsyncDisposable
{
    private readonly SeasonOptions options;
    private readonly LocalPlatform platform;
    private readonly Agenda agenda;
    private readonly SharedTransaction? shared;
    private readonly AsyncServiceScope scope;
    private readonly VirtualTimeline timeline;

    private SeasonRun(
        SeasonOptions options, LocalPlatform platform, Agenda agenda, SharedTransaction? shared, VirtualTimeline timeline)
    {
        this.shared = shared;
        this.options = options;
        this.platform = platform;
        this.agenda = agenda;
        this.timeline = timeline;
        scope = platform.Services.CreateAsyncScope();
    }

    /// <summary>The engine, for who records its histories.</summary>
    public DurableEngine Engine => platform.Engine;

    /// <summary>The services of the platform, for who looks at it in the middle of a season.</summary>
    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>Opens the folder.</summary>
    public static Task<SeasonRun> OpenAsync(
        SeasonOptions options, string folder, CancellationToken cancellation,
        Func<PlatformOptions, PlatformOptions>? setUp = null) =>
        OpenAsync(options, folder, new DiskStores(), cancellation, setUp);

    /// <summary>Opens the folder; the record and the evidence are elsewhere.</summary>
    public static async Task<SeasonRun> OpenAsync(
        SeasonOptions options, string folder, IStores stores, CancellationToken cancellation,
        Func<PlatformOptions, PlatformOptions>? setUp = null)
    {
        // The platform checks and locks the folder; the agenda must not be there before it is known to be ours.
        DataFolder.Open(folder).Dispose();
        // Who plays is all who listens, so the files are written together, and seldom.
        var shared = stores.KeepsRecordInFolder ? new SharedTransaction() : null;
        var agenda = new Agenda(Path.Combine(folder, "season.db"), shared);
        try
        {
            var timeline = new VirtualTimeline(SeasonDirector.Resume(options, agenda));
            var loss = new HintLoss(options.Seed, options.LostHints);
            var set = new PlatformOptions
            {
                Folder = folder,
                Timeline = timeline,
                Editions = options.Editions,
                Durability = Durability.Normal,
                Stores = stores,
                Shared = shared,
                BeaconSeed = options.Seed,
                Secrets = new SeededSecrets(options.Seed),
                // Thousands of letters would take longer to print than the season to play; their mails say where they are read.
                AttachesLetters = false,
                Mail = outbox => options.FaultyMail
                    ? new FaultyPostman(outbox, agenda, options.Seed)
                    : new SeasonPostman(outbox, agenda, options.Seed),
                Hints = hints => options.LostHints > 0 ? new LossyHints(hints, loss) : hints,
            };
            var platform = await LocalPlatform.OpenAsync(setUp?.Invoke(set) ?? set, cancellation);
            return new(options, platform, agenda, shared, timeline);
        }
        catch
        {
            agenda.Dispose();
            shared?.Dispose();
            throw;
        }
    }

    /// <summary>Plays on to the end, or to the instant of the options.</summary>
    public async Task<RunFigures> PlayAsync(IProgress<SeasonProgress> progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        // Hints of the services get lost; what the sweeper then says itself arrives.
        var sweeper = New<Sweeper>(New<DurableHints>());
        var approvals = New<ApprovalActor>();
        var extra = New<ExtraWork>(options, approvals);
        var (time, envelopes) = (new ExtraTime(options), New<EnvelopeActor>(options));
        var director = New<SeasonDirector>(
            options, platform, agenda, timeline, sweeper, New<SeasonWatch>(), new KeptSeason(shared), New<RoundPlanner>(options), extra, time,
            New<LotActor>(options), envelopes, New<ContactActor>(), New<SeasonReports>(), new Replacements(options),
            New<CompanyActor>(options, extra, time, envelopes), New<OfficeActor>(options, approvals));
        SeasonDirector.GoOn(timeline, platform.Engine);
        platform.Engine.Start();
        await director.PlayAsync(progress, cancellation);
        var wall = Duration.FromTimeSpan(watch.Elapsed);
        return new(wall, platform.Engine.EventsProcessed, PeakMemory(), director.Swept.Sweeps, director.Swept.Mended);
    }

    /// <summary>Reads the report out of the records.</summary>
    public Task<SeasonReport> ReportAsync() =>
        New<SeasonReporter>(options, new CaseReader(platform.Records), platform.Outbox, agenda, platform.Engine.Client)
            .ReportAsync();

    /// <summary>Shows the report as a page.</summary>
    public Task<string> PageAsync(SeasonReport report, RunFigures figures) =>
        New<HtmlReport>().OfAsync(report, figures);

    /// <summary>Writes the journal.</summary>
    public Task WriteJournalAsync(TextWriter writer) =>
        New<Journal>(options, platform.Records, new CaseReader(platform.Records), platform.Outbox).WriteAsync(
            writer);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await platform.DisposeAsync();
        agenda.Dispose();
        shared?.Dispose();
    }

    private T New<T>(params object[] arguments) =>
        ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider, arguments);

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024 / 1024;
    }
}

/// <summary>Loses some hints, to show that the record and the sweeper make up for it.</summary>
internal sealed class LossyHints(IHints inner, HintLoss loss) : IHints
{
    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        Lost(nameof(CaseOpenedAsync), $"{caseId}") ? Task.CompletedTask : inner.CaseOpenedAsync(caseId, cancellation);

    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) =>
        Lost(nameof(CaseChangedAsync), $"{caseId}") ? Task.CompletedTask : inner.CaseChangedAsync(caseId, cancellation);

    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) =>
        Lost(nameof(RoundOpenedAsync), $"{round}") ? Task.CompletedTask : inner.RoundOpenedAsync(round, cancellation);

    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) =>
        Lost(nameof(RoundChangedAsync), $"{round}") ? Task.CompletedTask : inner.RoundChangedAsync(round, cancellation);

    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) =>
        Lost(nameof(NoticePendingAsync), $"{notice}") ? Task.CompletedTask : inner.NoticePendingAsync(notice, cancellation);

    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) =>
        Lost(nameof(NoticeChangedAsync), $"{notice}") ? Task.CompletedTask : inner.NoticeChangedAsync(notice, cancellation);

    // Whether a canary comes says nothing about the programme, so it takes no part in the chance.
    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) =>
        inner.CanaryPlantedAsync(due, cancellation);

    public Task BulkPendingAsync(BulkId bulk, CancellationToken cancellation = default) =>
        Lost(nameof(BulkPendingAsync), $"{bulk}") ? Task.CompletedTask : inner.BulkPendingAsync(bulk, cancellation);

    private bool Lost(string hint, string target) => loss.Strikes($"{hint} {target}");
}

/// <summary>
/// The chance by which hints are lost: each by what it is about and how often that was hinted before, so that the order
/// in which threads come to hint decides nothing.
/// </summary>
internal sealed class HintLoss(long seed, int lostInThousand)
{
    private readonly ConcurrentDictionary<string, int> hinted = new();

    public bool Strikes(string about)
    {
        var times = hinted.AddOrUpdate(about, 1, (_, n) => n + 1);
        return Dice.For(seed, "lost hints", about, times.ToString(CultureInfo.InvariantCulture))
            .InThousand(lostInThousand);
    }
}
