using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Settings;
using Tedori.Local.Azurite;
using Tedori.Local.Host;
using Tedori.Local.Programmes;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Serialization;
using Tedori.Testing.Azurite;
using Tedori.Testing.Data;
using Tedori.Workflows.Editions;

namespace Tedori.Tests.Development;

/// <summary>
/// A developer's machine: the app's own composition with the example's settings, Azurite, Microsoft's Durable Task in
/// memory, and what the Functions host does around the functions. Ports and folders alone are the test's.
/// </summary>
public sealed class Laptop : IAsyncLifetime, IDisposable
{
    // What the Functions host starts a worker with; this one never calls it.
    internal static readonly IReadOnlyDictionary<string, string?> OfTheHost = new Dictionary<string, string?>
    {
        ["Functions:Worker:HostEndpoint"] = "http://127.0.0.1:1",
        ["Functions:Worker:WorkerId"] = "worker",
        ["Functions:Worker:RequestId"] = "request",
        ["Functions:Worker:GrpcMaxMessageLength"] = "1000000",
    };

    private readonly TemporaryFolder folder = new();
    private AzuriteProcess azurite = null!;
    private IHost app = null!;
    private DurableTaskTestHost durable = null!;
    private WebApplication web = null!;

    internal FunctionCatalog Functions { get; } = FunctionCatalog.Of(typeof(TedoriApp).Assembly);

    internal IServiceProvider Services => app.Services;

    /// <summary>The round that is open today.</summary>
    internal RoundId Open => new(Services.GetRequiredService<EditionCatalog>().All.Last().Id, 1);

    internal DurableTaskClient Client => durable.Client;

    internal string MailFolder => folder["mail"];

    internal string ClockFile => folder["clock.txt"];

    private IEnumerable<IHostedService> Own => app.Services.GetServices<IHostedService>()
        .Where(s => s.GetType().Assembly == typeof(TedoriApp).Assembly);

    /// <summary>A browser of its own, which follows nothing by itself.</summary>
    internal HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(web.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
    };

    /// <summary>Calls a function as the host does, with what its trigger carries.</summary>
    internal async Task CallAsync(FunctionEntry function, object? input)
    {
        await using var scope = Services.CreateAsyncScope();
        await function.InvokeAsync(scope.ServiceProvider, ValueOf);

        object? ValueOf(ParameterInfo parameter) =>
            parameter == function.TriggerParameter ? input
            : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : Client;
    }

    internal async Task RunTimersAsync()
    {
        foreach (var (function, _) in Functions.With<TimerTriggerAttribute>())
            await CallAsync(function, new TimerInfo());
    }

    public async Task InitializeAsync()
    {
        if (AzuriteServer.Missing is not null)
            return;
        azurite = await AzuriteProcess.StartAsync();
        Directory.CreateDirectory(folder["editions"]);
        var today = JapanTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        await File.WriteAllTextAsync(folder["editions/today.json"], ShiftedProgramme.OpenOn(today));
        app = await TedoriApp.BuildAsync([], builder =>
        {
            builder.Configuration.AddInMemoryCollection([.. Settings(), .. OfTheHost]);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(_ => durable.Client);
        });
        durable = await DurableTaskTestHost.StartAsync(
            Register, new() { Port = FreePort(), ConfigureServices = Durable });
        foreach (var service in Own)
            await service.StartAsync(CancellationToken.None);
        web = BuildWeb();
        await web.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (AzuriteServer.Missing is not null)
            return;
        await web.DisposeAsync();
        foreach (var service in Own.Reverse())
            await service.StopAsync(CancellationToken.None);
        await durable.DisposeAsync();
        app.Dispose();
        await azurite.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    private Dictionary<string, string?> Settings() => ExampleSettings.With(
        (SettingNames.RecordsEndpoint, azurite.ConnectionString),
        (SettingNames.EvidenceEndpoint, azurite.ConnectionString),
        (SettingNames.KeyRingFolder, folder["keys"]),
        (SettingNames.MailFolder, MailFolder),
        (SettingNames.ClockFile, ClockFile),
        (SettingNames.Editions, folder["editions"]));

    private void Register(DurableTaskRegistry registry)
    {
        DurableWrappers.AddActivities(registry, Functions, Services);
        foreach (var (function, _) in Functions.With<OrchestrationTriggerAttribute>())
        {
            registry.AddOrchestratorFunc<string, object?>(
                function.Name, (context, _) => function.InvokeAsync(Services, _ => context));
        }
    }

    // As the worker does it: payloads are written by the app's own serializer.
    private static void Durable(IServiceCollection services)
    {
        var converter = new JsonDataConverter(TedoriJson.Options);
        services.ConfigureAll<DurableTaskWorkerOptions>(options => options.DataConverter = converter);
        services.ConfigureAll<DurableTaskClientOptions>(options => options.DataConverter = converter);
    }

    private WebApplication BuildWeb()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMvcCore();
        builder.Services.AddRouting(routing => routing.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        var built = builder.Build();
        HttpTriggers.Map(built, Functions, Services);
        return built;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
