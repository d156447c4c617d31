using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Tedori.Functions.Azure.Telemetry;

namespace Tedori.Tests.Azure;

public sealed class LogMetricExporterTests : IDisposable
{
    private readonly List<string> lines = [];
    private readonly Meter meter = new("log-metric-exporter-tests");
    private readonly MeterProvider provider;

    public LogMetricExporterTests()
    {
        provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(meter.Name)
            .AddReader(new BaseExportingMetricReader(new LogMetricExporter(new Lines(lines)))
            {
                TemporalityPreference = MetricReaderTemporalityPreference.Delta,
            })
            .Build();
    }

    [Fact]
    public void Export_WhatChanged_IsALineEach()
    {
        var counter = meter.CreateCounter<long>("tedori.refusals");
        counter.Add(2, new KeyValuePair<string, object?>("code", "afterCutoff"));
        meter.CreateGauge<double>("tedori.sweeper.age").Record(12.5);
        var lag = meter.CreateHistogram<double>("tedori.canary.lag");
        lag.Record(3);
        lag.Record(700);
        provider.ForceFlush();
        Assert.Equal(
            [
                "metric tedori.canary.lag 700 ",
                "metric tedori.refusals 2 code=afterCutoff",
                "metric tedori.sweeper.age 12.5 ",
            ],
            lines.Order());
    }

    [Fact]
    public void Export_NothingChanged_IsNoLine()
    {
        meter.CreateCounter<long>("tedori.refusals").Add(1);
        provider.ForceFlush();
        lines.Clear();
        provider.ForceFlush();
        Assert.Empty(lines);
    }

    public void Dispose()
    {
        provider.Dispose();
        meter.Dispose();
    }

    private sealed class Lines(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
