using System.Globalization;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Tedori.Functions.Azure.Telemetry;

/// <summary>
/// Writes what changed of each instrument as a line of the log, which the host sends to Application Insights: alerts
/// that read <c>metric {name} {value} {tags}</c> there need no collector between.
/// </summary>
internal sealed class LogMetricExporter(ILogger logger) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
                logger.LogInformation(
                    "metric {Name} {Value} {Tags}", metric.Name, ValueOf(metric, point), TagsOf(point));
        }

        return ExportResult.Success;
    }

    // Of a histogram the largest value: an alert asks for the worst.
    private static string ValueOf(Metric metric, in MetricPoint point) => metric.MetricType switch
    {
        MetricType.LongSum => Text(point.GetSumLong()),
        MetricType.DoubleSum => Text(point.GetSumDouble()),
        MetricType.LongGauge => Text(point.GetGaugeLastValueLong()),
        MetricType.DoubleGauge => Text(point.GetGaugeLastValueDouble()),
        MetricType.Histogram => point.TryGetHistogramMinMaxValues(out _, out var most) ? Text(most) : "0",
        var other => throw new NotSupportedException($"{metric.Name} is a {other}, which no line is written of."),
    };

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string TagsOf(in MetricPoint point)
    {
        var tags = new List<string>();
        foreach (var (name, value) in point.Tags)
            tags.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
        return string.Join(",", tags);
    }
}
