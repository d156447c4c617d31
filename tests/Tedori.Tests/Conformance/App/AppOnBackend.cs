using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Local.Composition;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Tests.Conformance.Backends;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Conformance.App;

/// <summary>
/// The app as one machine composes it, with its records in SQLite and its outbox, and with its orchestrators and
/// activities on a back end under test.
/// </summary>
internal sealed class AppOnBackend : IAsyncDisposable
{
    public static readonly RoundId First = RoundId.Parse("r7-01");

    /// <summary>Payloads as the app writes them.</summary>
    public static readonly BackendOptions Options = new()
    {
        Converter = new JsonDataConverter(TedoriJson.Options),
        MaximumTimerInterval = DurableTimers.MaximumInterval,
    };

    private readonly ITimeline timeline;
    private LocalPlatform platform = null!;
    private AsyncServiceScope scope;

    private AppOnBackend(ITimeline timeline) => this.timeline = timeline;

    public Backend Backend { get; private set; } = null!;

    public LocalPlatform Platform => platform;

    public IHints Hints => Get<IHints>();

    /// <summary>Opens the folder, and the back end that is made for the app's registry.</summary>
    public static Task<AppOnBackend> OpenAsync(
        string folder, ITimeline timeline, Func<Action<DurableTaskRegistry>, Backend> make) => OpenAsync(
        new PlatformOptions
        {
            Folder = folder,
            Timeline = timeline,
            Editions = [LaterEdition.Read()],
            Durability = Durability.Normal,
            BeaconSeed = 1,
        }, make);

    /// <summary>The same with options of one's own.</summary>
    public static async Task<AppOnBackend> OpenAsync(
        PlatformOptions options, Func<Action<DurableTaskRegistry>, Backend> make)
    {
        var app = new AppOnBackend(options.Timeline);
        app.platform = await LocalPlatform.OpenAsync(
            options with { Adjust = options.Adjust + app.Redirect }, CancellationToken.None);
        app.Backend = make(app.Register);
        await app.Backend.OpenAsync();
        app.scope = app.platform.Services.CreateAsyncScope();
        return app;
    }

    /// <summary>Moves the records' clock, which durable timers do not follow.</summary>
    public void Set(string tokyo) => ((VirtualTimeline)timeline).AdvanceTo(At(tokyo));

    public static Instant At(string tokyo) =>
        LocalDateTimePattern.GeneralIso.Parse(tokyo).Value.InZoneStrictly(JapanTime.Zone).ToInstant();

    public async Task<CaseId> EnterAsync(int n)
    {
        var form = new EntryForm(
            $"株式会社見本{n}", null, "見本 太郎", "東京都千代田区飯田橋1-1-1", 25, "見本 花子", "hanako@example.jp", "03-0000-0000");
        var answer = await Get<EntryService>().ReceiveAsync(First, form, timeline.GetCurrentInstant(), $"key-{n}");
        return Assert.IsType<EntryAnswer.Received>(answer).CaseId;
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await Backend.DisposeAsync();
        await platform.DisposeAsync();
    }

    // The SDK's worker hands an orchestrator its input as it was registered; all of them read a text.
    private void Register(DurableTaskRegistry registry)
    {
        foreach (var (function, _) in platform.Functions.With<OrchestrationTriggerAttribute>())
        {
            registry.AddOrchestratorFunc<string, object?>(
                function.Name, (context, _) => function.InvokeAsync(platform.Services, _ => context));
        }

        DurableWrappers.AddActivities(registry, platform.Functions, platform.Services);
    }

    // The platform's own engine stays open and idle.
    private void Redirect(IServiceCollection services)
    {
        services.AddSingleton<DurableTaskClient>(_ => Backend.Client);
        services.AddScoped(_ => new DurableClientAccessor { Client = Backend.Client });
    }
}
