using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tedori.Functions.Azure.Settings;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Azure.Telemetry;

/// <summary>
/// Sends the meter to the log, and both meter and spans to an OTLP endpoint where one is set. What is left is sent when
/// the worker stops.
/// </summary>
internal sealed class TelemetryService(TedoriSettings settings, ILoggerFactory loggers) : IHostedService, IDisposable
{
    private const int IntervalMilliseconds = 60_000;
    private MeterProvider? meter;
    private TracerProvider? tracer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("tedori");
        var lines = new LogMetricExporter(loggers.CreateLogger(MetricNames.Meter));
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(MetricNames.Meter)
            .AddReader(new PeriodicExportingMetricReader(lines, IntervalMilliseconds)
            {
                TemporalityPreference = MetricReaderTemporalityPreference.Delta,
            });
        if (settings.OtlpEndpoint is not null)
        {
            // The exporter reads the endpoint, its protocol and its headers by their standard names.
            metrics.AddOtlpExporter();
            tracer = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(MetricNames.Meter)
                .AddOtlpExporter()
                .Build();
        }

        meter = metrics.Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        meter?.ForceFlush(5_000);
        tracer?.ForceFlush(5_000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        meter?.Dispose();
        tracer?.Dispose();
    }
}
