using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using Tedori.Tests.Infrastructure;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Azure;

/// <summary>What arrives at Application Insights.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private SentTelemetry sent = null!;

    private FakeInsights Insights => sent.Insights;

    public async Task InitializeAsync() => sent = await SentTelemetry.StartAsync();

    public async Task DisposeAsync() => await sent.DisposeAsync();

    [Fact]
    public void Metrics_ThatAlarmsRead_ArriveUnderTheNamesThatTheyRead()
    {
        foreach (var name in AlertTests.Asked)
            Measure(name);

        Assert.True(sent.Flush());

        var arrived = Insights.Metrics.ToList();
        Assert.Empty(AlertTests.Asked.Except(arrived.Select(metric => (string)metric["name"]!)));
        Assert.All(
            arrived.Where(metric => AlertTests.Asked.Contains((string)metric["name"]!)),
            metric => Assert.True((double)metric["value"]! >= 1, metric.ToJsonString()));
    }

    [Fact]
    public async Task Lines_OfLibraries_ArriveFromWarningOn()
    {
        foreach (var category in new[] { "Azure.Identity", "Microsoft.Azure.Functions.Worker", "System.Net.Http" })
        {
            sent.Log(category).LogInformation("talk of {Category}", category);
            sent.Log(category).LogWarning("warning of {Category}", category);
        }

        sent.Log("Tedori.Functions.Schedules.AnchorTimer").LogInformation("the anchor");
        await sent.SeeAsync(() => Insights.Lines, line => FakeInsights.Text(line) == "the anchor");

        var lines = Insights.Lines.Select(FakeInsights.Text).ToList();
        Assert.Equal(3, lines.Count(line => line.StartsWith("warning of", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("talk of", StringComparison.Ordinal));
    }

    // The address of a row or a file says whose it is.
    [Fact]
    public async Task Calls_ToStoresAndMail_AreNoSpans_AndToTheBeaconAre()
    {
        var spans = new List<Activity>();
        await using var composed = SentTelemetry.Compose(connection: null)
            .ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans))
            .BuildServiceProvider();
        var traces = composed.GetRequiredService<TracerProvider>();
        using var http = new HttpClient();

        await http.GetAsync(new Uri(Insights.Address, "public/latest"));
        await http.GetAsync(
            new Uri($"http://localhost:{Insights.Address.Port}/Records(PartitionKey='r7-07-00001',RowKey='entry')"));

        // Not only flushed: calls of other tests would go on into the list.
        Assert.True(traces.Shutdown(30_000));
        var called = spans.Where(span => span.Source.Name != MetricNames.Meter)
            .Select(span => (string)span.GetTagItem("url.full")!)
            // Every provider of the process hears every call: those of other tests are not ours.
            .Where(address => new Uri(address).Port == Insights.Address.Port).ToList();
        Assert.Contains(new Uri(Insights.Address, "public/latest").AbsoluteUri, called);
        Assert.DoesNotContain(called, address => address.Contains("PartitionKey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "True")]
    [InlineData(false, null)]
    public async Task Host_IsToldToLeaveTelemetryToTheWorker_WhereTheWorkerSendsIt(bool sends, string? told)
    {
        await using var composed = SentTelemetry.Compose(sends ? Insights.ConnectionString : null)
            .BuildServiceProvider();

        var capabilities = composed.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities;

        Assert.Equal(told, capabilities.TryGetValue("WorkerOpenTelemetryEnabled", out var said) ? said : null);
    }

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
}
