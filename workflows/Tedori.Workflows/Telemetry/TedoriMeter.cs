using System.Diagnostics.Metrics;

namespace Tedori.Workflows.Telemetry;

/// <summary>
/// The instruments. They count what happened once: a repetition that changed nothing is not counted. Tags never name a
/// company, a person or a case.
/// </summary>
public static class TedoriMeter
{
    private static readonly Meter Meter = new(MetricNames.Meter);

    /// <summary><see cref="MetricNames.InstancesFailed"/>.</summary>
    public static readonly Gauge<long> InstancesFailed = Meter.CreateGauge<long>(
        MetricNames.InstancesFailed, "{instance}");

    /// <summary><see cref="MetricNames.SweeperAge"/>.</summary>
    public static readonly Gauge<double> SweeperAge = Meter.CreateGauge<double>(MetricNames.SweeperAge, "s");

    /// <summary><see cref="MetricNames.Sweeps"/>.</summary>
    public static readonly Counter<long> Sweeps = Meter.CreateCounter<long>(MetricNames.Sweeps, "{run}");

    /// <summary><see cref="MetricNames.Mended"/>.</summary>
    public static readonly Counter<long> Mended = Meter.CreateCounter<long>(MetricNames.Mended, "{item}");

    /// <summary><see cref="MetricNames.CanaryMissed"/>.</summary>
    public static readonly Counter<long> CanaryMissed = Meter.CreateCounter<long>(
        MetricNames.CanaryMissed, "{deadline}");

    /// <summary><see cref="MetricNames.CanaryLag"/>.</summary>
    public static readonly Histogram<double> CanaryLag = Meter.CreateHistogram<double>(MetricNames.CanaryLag, "s");

    /// <summary><see cref="MetricNames.ResultsLate"/>.</summary>
    public static readonly Gauge<long> ResultsLate = Meter.CreateGauge<long>(MetricNames.ResultsLate, "{round}");

    /// <summary><see cref="MetricNames.MailSent"/>.</summary>
    public static readonly Counter<long> MailSent = Meter.CreateCounter<long>(MetricNames.MailSent, "{mail}");

    /// <summary><see cref="MetricNames.MailFailed"/>.</summary>
    public static readonly Counter<long> MailFailed = Meter.CreateCounter<long>(MetricNames.MailFailed, "{mail}");

    /// <summary><see cref="MetricNames.MailBounced"/>.</summary>
    public static readonly Counter<long> MailBounced = Meter.CreateCounter<long>(MetricNames.MailBounced, "{mail}");

    /// <summary><see cref="MetricNames.MailSilent"/>.</summary>
    public static readonly Counter<long> MailSilent = Meter.CreateCounter<long>(MetricNames.MailSilent, "{mail}");

    /// <summary><see cref="MetricNames.Filings"/>.</summary>
    public static readonly Counter<long> Filings = Meter.CreateCounter<long>(MetricNames.Filings, "{filing}");

    /// <summary><see cref="MetricNames.Refusals"/>.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>(MetricNames.Refusals, "{refusal}");

    /// <summary><see cref="MetricNames.EvidenceBytes"/>.</summary>
    public static readonly Counter<long> EvidenceBytes = Meter.CreateCounter<long>(MetricNames.EvidenceBytes, "By");

    /// <summary><see cref="MetricNames.ReconciliationFindings"/>.</summary>
    public static readonly Counter<long> ReconciliationFindings =
        Meter.CreateCounter<long>(MetricNames.ReconciliationFindings, "{finding}");

    /// <summary><see cref="MetricNames.Anchors"/>.</summary>
    public static readonly Counter<long> Anchors = Meter.CreateCounter<long>(MetricNames.Anchors, "{anchor}");

    /// <summary><see cref="MetricNames.EvidenceUnprotected"/>.</summary>
    public static readonly Gauge<long> EvidenceUnprotected = Meter.CreateGauge<long>(
        MetricNames.EvidenceUnprotected, "{container}");

    /// <summary><see cref="MetricNames.ClosedDaysUnread"/>.</summary>
    public static readonly Counter<long> ClosedDaysUnread = Meter.CreateCounter<long>(
        MetricNames.ClosedDaysUnread, "{read}");

    /// <summary><see cref="MetricNames.DisruptionsUnread"/>.</summary>
    public static readonly Counter<long> DisruptionsUnread = Meter.CreateCounter<long>(
        MetricNames.DisruptionsUnread, "{read}");

    /// <summary><see cref="MetricNames.EditionsUnread"/>.</summary>
    public static readonly Counter<long> EditionsUnread = Meter.CreateCounter<long>(
        MetricNames.EditionsUnread, "{read}");

    /// <summary><see cref="MetricNames.AnchorRowsUnread"/>.</summary>
    public static readonly Counter<long> AnchorRowsUnread = Meter.CreateCounter<long>(
        MetricNames.AnchorRowsUnread, "{row}");

    /// <summary><see cref="MetricNames.ResultsAtRisk"/>.</summary>
    public static readonly Gauge<long> ResultsAtRisk = Meter.CreateGauge<long>(MetricNames.ResultsAtRisk, "{round}");

    /// <summary><see cref="MetricNames.MailUndelivered"/>.</summary>
    public static readonly Gauge<long> MailUndelivered = Meter.CreateGauge<long>(MetricNames.MailUndelivered, "{alarm}");

    /// <summary><see cref="MetricNames.AlarmsUnsent"/>.</summary>
    public static readonly Gauge<long> AlarmsUnsent = Meter.CreateGauge<long>(MetricNames.AlarmsUnsent, "{mail}");
}
