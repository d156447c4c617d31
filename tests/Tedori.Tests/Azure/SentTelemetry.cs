using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using Tedori.Functions.Composition;

namespace Tedori.Tests.Azure;

/// <summary>
/// The telemetry of the worker, sent by Microsoft's exporter to a server of the test: no Functions host stands between,
/// and no invocation runs.
/// </summary>
internal sealed class SentTelemetry : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private SentTelemetry(FakeInsights insights)
    {
        Insights = insights;
        services = Compose(insights.ConnectionString).BuildServiceProvider();
    }

    public FakeInsights Insights { get; }

    public static async Task<SentTelemetry> StartAsync()
    {
        var sent = new SentTelemetry(await FakeInsights.StartAsync());
        // As a host does: exporters of spans and lines are registered at its start.
        foreach (var service in sent.services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        return sent;
    }

    public static IServiceCollection Compose(string? connection) => new ServiceCollection().AddTelemetry(
        SampleSettings.Read() with
        {
            ApplicationInsights = connection,
            OtlpEndpoint = null,
            BeaconRelays = [new("http://127.0.0.1/")],
        },
        credential: null);

    public ILogger<T> Log<T>() => services.GetRequiredService<ILogger<T>>();

    public ILogger Log(string category) => services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    public bool Flush() => services.GetRequiredService<MeterProvider>().ForceFlush(30_000)
        && services.GetRequiredService<LoggerProvider>().ForceFlush(30_000);

    /// <summary>Flushes until something was seen; fails after half a minute without it.</summary>
    public async Task SeeAsync(Func<IEnumerable<JsonNode>> seen, Predicate<JsonNode> wanted)
    {
        for (var i = 0; i < 300 && !seen().Any(item => wanted(item)); i++)
        {
            Flush();
            await Task.Delay(100);
        }

        Assert.Contains(seen(), wanted);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Insights.DisposeAsync();
    }
}
