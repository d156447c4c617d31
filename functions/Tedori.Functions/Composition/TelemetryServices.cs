using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tedori.Functions.Settings;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Composition;

/// <summary>
/// Meter, spans and logs leave by the worker's own exporters: the host passes on no log line that belongs to no
/// running invocation.
/// </summary>
internal static class TelemetryServices
{
    private const double TracesPerSecond = 5;

    // What the libraries say at Information is said for every row and every message.
    private static readonly string[] Talkative = ["Azure", "Microsoft", "System", "Polly"];

    /// <summary>Adds it; where neither Application Insights nor OTLP is set, nothing leaves the process.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="settings">Where telemetry goes.</param>
    /// <param name="credential">What signs in at Application Insights, or null: nothing does.</param>
    public static IServiceCollection AddTelemetry(
        this IServiceCollection services, TedoriSettings settings, TokenCredential? credential)
    {
        services.AddLogging(QuietLibraries);
        var telemetry = services.AddOpenTelemetry();
        telemetry.WithMetrics(metrics => metrics.AddMeter(MetricNames.Meter));
        telemetry.WithTracing(traces => AddSpans(traces, settings));
        telemetry.WithLogging(null, lines => lines.IncludeFormattedMessage = true);
        if (settings.ApplicationInsights is { } connection)
            telemetry.UseAzureMonitorExporter(exporter => Configure(exporter, connection, credential));
        // The exporter reads the endpoint, its protocol and its headers by their standard names.
        if (settings.OtlpEndpoint is not null)
            telemetry.UseOtlpExporter();
        // It tells the host to leave the worker's telemetry to the worker.
        if ((settings.ApplicationInsights, settings.OtlpEndpoint) is not (null, null))
            telemetry.UseFunctionsWorkerDefaults();
        return services;
    }

    private static void QuietLibraries(ILoggingBuilder logging)
    {
        foreach (var category in Talkative)
            logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning);
    }

    // Of outgoing calls those to the beacon only: addresses of rows and files say whose they are.
    private static void AddSpans(TracerProviderBuilder traces, TedoriSettings settings)
    {
        var relays = settings.BeaconRelays.Select(relay => relay.Host).ToHashSet();
        traces.AddSource(MetricNames.Meter).AddHttpClientInstrumentation(
            calls => calls.FilterHttpRequestMessage = call => relays.Contains(call.RequestUri?.Host ?? ""));
    }

    // Spans are sampled, so that the opening minute stays affordable; no line is dropped with a span, and no metric.
    private static void Configure(AzureMonitorExporterOptions exporter, string connection, TokenCredential? credential)
    {
        exporter.ConnectionString = connection;
        exporter.Credential = credential;
        exporter.TracesPerSecond = TracesPerSecond;
        exporter.EnableTraceBasedLogsSampler = false;
        exporter.EnableLiveMetrics = false;
    }
}
