using Microsoft.AspNetCore.DataProtection;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Functions.Composition;
using Tedori.Functions.Development;
using Tedori.Functions.Durable;
using Tedori.Functions.Http;
using Tedori.Functions.Inbound;
using Tedori.Functions.Mail;
using Tedori.Functions.Operator;
using Tedori.Local.Data;
using Tedori.Local.Host;
using Tedori.Local.Mail;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Composition;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Local.Composition;

/// <summary>
/// The whole system on one machine: its data folder, its stores, its engine, and the code that runs on Azure too.
/// </summary>
internal sealed class LocalPlatform : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DataFolder folder;
    private DurableEngine? engine;

    private LocalPlatform(PlatformOptions options, DataFolder folder)
    {
        this.folder = folder;
        services = Compose(options, folder).BuildServiceProvider();
    }

    public IServiceProvider Services => services;

    /// <summary>The functions of the app, the same as on Azure.</summary>
    public FunctionCatalog Functions { get; } = FunctionCatalog.Of(typeof(CaseFunctions).Assembly);

    public DurableEngine Engine => engine ?? throw new InvalidOperationException("The engine is not open yet.");

    public IAllRecords Records => services.GetRequiredService<IAllRecords>();

    public Outbox Outbox => services.GetRequiredService<Outbox>();

    /// <summary>
    /// Opens the data folder and recovers what was under way; nothing runs before <see cref="DurableEngine.Start"/>.
    /// </summary>
    public static async Task<LocalPlatform> OpenAsync(PlatformOptions options, CancellationToken cancellation)
    {
        var folder = DataFolder.Open(options.Folder);
        var platform = new LocalPlatform(options, folder);
        try
        {
            _ = platform.Outbox;
            await options.Stores.PrepareAsync(platform.services, cancellation);
            platform.engine = await DurableEngine.OpenAsync(new()
            {
                DataConverter = new JsonDataConverter(TedoriJson.Options),
                DataFolder = folder.Path,
                Timeline = options.Timeline,
                Registry = DurableWrappers.Registry(platform.Functions, platform.services),
                Services = platform.services,
                Shared = options.Shared,
                FullSync = options.Durability == Durability.Full,
                RunsActivitiesItself = options.Timeline is VirtualTimeline,
                MaximumTimerInterval = DurableTimers.MaximumInterval,
                LoggerFactory = platform.services.GetRequiredService<ILoggerFactory>(),
            }, cancellation);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fails when work under way meets a full disk.</summary>
    public Task StorageFailure => services.GetRequiredService<StorageAlarm>().Rung;

    /// <summary>Completes when nothing can run at the present instant.</summary>
    /// <exception cref="StorageFullException">The disk took no more; what was under way is run again.</exception>
    public async Task WhenIdleAsync(CancellationToken cancellation) =>
        await await Task.WhenAny(Engine.WhenIdleAsync(cancellation), StorageFailure);

    /// <summary>The same, and whenever nothing is left to do at an instant, somebody moves time on or does something.</summary>
    public async Task PlayAsync(Func<Instant?, IdleStep> next, CancellationToken cancellation) =>
        await await Task.WhenAny(Engine.PlayAsync(next, cancellation), StorageFailure);

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
            await engine.DisposeAsync();
        await services.DisposeAsync();
        folder.Dispose();
    }

    private ServiceCollection Compose(PlatformOptions options, DataFolder data)
    {
        var all = new ServiceCollection();
        all.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            // It warns that keys lie unencrypted; they lie in the data folder, which is the owner's alone.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddSimpleConsole(console => console.SingleLine = true));
        all.AddSingleton<IClock>(options.Timeline);
        all.AddSingleton(options.Timeline);
        all.AddSingleton<StorageAlarm>();
        all.AddSingleton(new EditionCatalog(options.Editions));
        all.AddSingleton(options.EditionFiles ?? new EditionSources());
        options.Stores.AddTo(all, data, options.Durability, options.Shared);
        all.AddSingleton(_ => new Outbox(data["outbox.db"], options.Durability, options.Sender, shared: options.Shared));
        all.AddSingleton(s => options.Mail(s.GetRequiredService<Outbox>()));
        all.AddSingleton(options.MailPatience);
        all.AddSingleton(options.MailPace);
        all.AddSingleton(new AlarmSettings(options.AlarmMail));
        all.AddSingleton(options.MailDiversion);
        all.AddSingleton<IBeacon>(s => new SeededBeacon(options.BeaconSeed, s.GetRequiredService<IClock>()));
        // The outbox reports delivery with the receipt, so nobody posts reports here.
        all.AddSingleton(MailEventsKey.None);
        all.AddSingleton(new InboundKey(MailEventsKey.None));
        all.AddSingleton(new InboundSettings(options.MailDomain, options.Sender.Address));
        all.AddSingleton(options.Secrets);
        // This process alone writes its folder.
        all.AddSingleton(new DirectoryMirror(reload: null));
        all.AddPages(options.PdfFont, options.AttachesLetters);
        all.AddSingleton(OperatorPlaces.OfOneMachine);
        all.AddDataProtection().PersistKeysToFileSystem(new(data["keys"])).SetApplicationName("tedori");
        all.AddSingleton(options.PublicAddress);
        all.AddSingleton(options.SignIn);
        all.AddSingleton<IScannerSignIn, NoScanner>();
        all.AddSingleton(new VirusScanning(Expected: false));
        all.AddRequests();
        all.AddStaff();
        all.AddSingleton(_ => Engine.Client);
        all.AddScoped(_ => new DurableClientAccessor { Client = Engine.Client });
        all.AddSingleton(options.HintPatience);
        all.AddScoped(s => options.Hints(ActivatorUtilities.CreateInstance<DurableHints>(s)));
        all.AddWorkflows();
        // What is played goes on as if nothing had happened; nobody restores its records.
        if (options.Timeline is VirtualTimeline)
            all.AddSingleton(s => new ReceiptNumbers(s.GetRequiredService<INumberBounds>()) { GoesOnAtStart = true });
        options.Adjust(all);
        return all;
    }
}
