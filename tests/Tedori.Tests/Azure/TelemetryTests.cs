using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Azure.Settings;
using Tedori.Functions.Azure.Telemetry;
using Tedori.Functions.Schedules;
using Tedori.Tests.Infrastructure;
using Tedori.Tests.Schedules;
using Tedori.Workflows.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Azure;

/// <summary>
/// What arrives at Application Insights, sent by Microsoft's exporter in the worker: no Functions host stands between,
/// and no invocation runs.
/// </summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private FakeInsights insights = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        insights = await FakeInsights.StartAsync();
        services = Compose(insights.ConnectionString).BuildServiceProvider();
        // As a host does: exporters of spans and lines are registered at its start.
        foreach (var service in services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await insights.DisposeAsync();
    }

    [Fact]
    public void Metrics_ThatAlarmsRead_ArriveUnderTheNamesThatTheyRead()
    {
        var meter = services.GetRequiredService<MeterProvider>();
        foreach (var name in AlertTests.Asked)
            Measure(name);

        Assert.True(meter.ForceFlush(30_000));

        var arrived = insights.Metrics.ToList();
        Assert.Empty(AlertTests.Asked.Except(arrived.Select(metric => (string)metric["name"]!)));
        Assert.All(
            arrived.Where(metric => AlertTests.Asked.Contains((string)metric["name"]!)),
            metric => Assert.True((double)metric["value"]! >= 1, metric.ToJsonString()));
    }

    [Fact]
    public async Task Containers_WithoutAPolicy_AreAMetricAndALineOutsideAnyInvocation()
    {
        var containers = new FakeContainers { Protected = { EvidenceContainers.SealedName } };
        using var check = new ProtectionCheck(
            containers.Probe(), services.GetRequiredService<ILogger<ProtectionCheck>>(), new TickedTime());

        await check.StartAsync(CancellationToken.None);
        await SeeAsync(() => insights.Lines, line => Text(line).Contains("container evidence has no immutability"));
        await check.StopAsync(CancellationToken.None);

        await SeeAsync(
            () => insights.Metrics,
            metric => (string)metric["name"]! == MetricNames.EvidenceUnprotected && (double)metric["value"]! == 1);
        Assert.DoesNotContain(insights.Lines, line => Text(line).Contains("sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClosedDays_ThatCannotBeRead_AreAMetricAndALineOutsideAnyInvocation()
    {
        var time = new TickedTime();
        var failing = false;
        await using var scopes = new ServiceCollection()
            .AddScoped<ClosedDays>(_ => failing ? throw new IOException("The store is away.") : EmptyDays())
            .BuildServiceProvider();
        using var watch = new ClosedDaysWatch(
            scopes.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILogger<ClosedDaysWatch>>(),
            time);
        await watch.StartAsync(CancellationToken.None);
        failing = true;

        await time.TickAsync();

        await SeeAsync(() => insights.Lines, line => line.ToJsonString().Contains("closed days could not be read"));
        await watch.StopAsync(CancellationToken.None);
        await SeeAsync(() => insights.Metrics, m => (string)m["name"]! == MetricNames.ClosedDaysUnread);
    }

    [Fact]
    public async Task Lines_OfLibraries_ArriveFromWarningOn()
    {
        var log = services.GetRequiredService<ILoggerFactory>();
        foreach (var category in new[] { "Azure.Identity", "Microsoft.Azure.Functions.Worker", "System.Net.Http" })
        {
            log.CreateLogger(category).LogInformation("talk of {Category}", category);
            log.CreateLogger(category).LogWarning("warning of {Category}", category);
        }

        log.CreateLogger("Tedori.Functions.Schedules.AnchorTimer").LogInformation("the anchor");
        await SeeAsync(() => insights.Lines, line => Text(line) == "the anchor");

        Assert.Equal(3, insights.Lines.Count(line => Text(line).StartsWith("warning of", StringComparison.Ordinal)));
        Assert.DoesNotContain(insights.Lines, line => Text(line).StartsWith("talk of", StringComparison.Ordinal));
    }

    // The address of a row or a file says whose it is.
    [Fact]
    public async Task Calls_ToStoresAndMail_AreNoSpans_AndToTheBeaconAre()
    {
        var spans = new List<Activity>();
        await using var composed = Compose(connection: null)
            .ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans))
            .BuildServiceProvider();
        var traces = composed.GetRequiredService<TracerProvider>();
        using var http = new HttpClient();

        await http.GetAsync(new Uri(insights.Address, "public/latest"));
        await http.GetAsync(
            new Uri($"http://localhost:{insights.Address.Port}/Records(PartitionKey='r7-07-00001',RowKey='entry')"));

        Assert.True(traces.ForceFlush(30_000));
        Assert.Equal(
            [new Uri(insights.Address, "public/latest").AbsoluteUri],
            spans.Where(span => span.Source.Name != MetricNames.Meter).Select(span => span.GetTagItem("url.full")));
    }

    [Theory]
    [InlineData(true, "True")]
    [InlineData(false, null)]
    public async Task Host_IsToldToLeaveTelemetryToTheWorker_WhereTheWorkerSendsIt(bool sends, string? told)
    {
        await using var composed = Compose(sends ? insights.ConnectionString : null).BuildServiceProvider();

        var capabilities = composed.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities;

        Assert.Equal(told, capabilities.TryGetValue("WorkerOpenTelemetryEnabled", out var said) ? said : null);
    }

    private static IServiceCollection Compose(string? connection) => new ServiceCollection()
        .AddTelemetry(
            SampleSettings.Read() with
            {
                ApplicationInsights = connection,
                OtlpEndpoint = null,
                BeaconRelays = [new("http://127.0.0.1/")],
            },
            credential: null);

    private static ClosedDays EmptyDays() =>
        new(new Workflows.MemoryRecords([]), new Tedori.Workflows.EditionShelf(Cases.Sample.R7));

    private static void Measure(string name)
    {
        var instrument = typeof(TedoriMeter).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (Instrument)field.GetValue(null)!).Single(found => found.Name == name);
        switch (instrument)
        {
            case Counter<long> counter: counter.Add(1); break;
            case Gauge<long> gauge: gauge.Record(1); break;
            case Histogram<double> histogram: histogram.Record(1); break;
            default: throw new NotSupportedException($"{name} is a {instrument.GetType()}.");
        }
    }

    private static string Text(JsonNode line) => (string?)line["message"] ?? "";

    private async Task SeeAsync(Func<IEnumerable<JsonNode>> seen, Predicate<JsonNode> wanted)
    {
        for (var i = 0; i < 300 && !seen().Any(item => wanted(item)); i++)
        {
            services.GetRequiredService<MeterProvider>().ForceFlush(1_000);
            services.GetRequiredService<LoggerProvider>().ForceFlush(1_000);
            await Task.Delay(100);
        }

        Assert.Contains(seen(), wanted);
    }
}
