namespace Tedori.Workflows.Telemetry;

/// <summary>Names of the instruments. The alerts of the Bicep ask for them: a change here silences an alert.</summary>
public static class MetricNames
{
    /// <summary>The one meter, and the one source of activities.</summary>
    public const string Meter = "Tedori";

    /// <summary>
    /// Gauge: orchestrations that failed and were not restarted or purged, as of the last hourly look.
    /// </summary>
    public const string InstancesFailed = "tedori.instances.failed";

    /// <summary>Gauge, seconds: since the last sweep that ended, as of the last hourly look.</summary>
    public const string SweeperAge = "tedori.sweeper.age";

    /// <summary>Counter: sweeps that ended.</summary>
    public const string Sweeps = "tedori.sweeper.runs";

    /// <summary>Counter: what sweeps found due and not done.</summary>
    public const string Mended = "tedori.sweeper.mended";

    /// <summary>Counter: canary deadlines that did not fire in time.</summary>
    public const string CanaryMissed = "tedori.canary.missed";

    /// <summary>Histogram, seconds: how long after its hour a canary fired.</summary>
    public const string CanaryLag = "tedori.canary.lag";

    /// <summary>
    /// Gauge: rounds whose result is not published although its last day has passed, as of the last sweep.
    /// </summary>
    public const string ResultsLate = "tedori.results.late";

    /// <summary>Counter: mails that the mail server took.</summary>
    public const string MailSent = "tedori.mail.sent";

    /// <summary>Counter: mails that it did not take; tag <see cref="PermanentTag"/>.</summary>
    public const string MailFailed = "tedori.mail.failed";

    /// <summary>Counter: mails that came back.</summary>
    public const string MailBounced = "tedori.mail.bounced";

    /// <summary>Counter: mails whose delivery report did not come in time.</summary>
    public const string MailSilent = "tedori.mail.silent";

    /// <summary>Counter: filings and entries that were accepted; tag <see cref="StepTag"/>.</summary>
    public const string Filings = "tedori.filings";

    /// <summary>Counter: commands that the rules refused; tag <see cref="CodeTag"/>.</summary>
    public const string Refusals = "tedori.refusals";

    /// <summary>Counter, bytes: evidence that was listed on receipts.</summary>
    public const string EvidenceBytes = "tedori.evidence.bytes";

    /// <summary>
    /// Counter: files on receipts that the evidence store does not hold as listed; tag <see cref="CodeTag"/>.
    /// </summary>
    public const string ReconciliationFindings = "tedori.reconciliation.findings";

    /// <summary>Counter: anchors of the audit chains that were written.</summary>
    public const string Anchors = "tedori.anchors";

    /// <summary>
    /// Gauge: containers of the evidence that a process found without a policy, or that did not answer, at its last
    /// hourly look.
    /// </summary>
    public const string EvidenceUnprotected = "tedori.evidence.unprotected";

    /// <summary>Counter: times that a process could not read the changes of closed days.</summary>
    public const string ClosedDaysUnread = "tedori.closeddays.unread";

    /// <summary>Counter: times that a process could not read moved windows and declared outages.</summary>
    public const string DisruptionsUnread = "tedori.disruptions.unread";

    /// <summary>Counter: times that a process could not read the programme files.</summary>
    public const string EditionsUnread = "tedori.editions.unread";

    /// <summary>Counter: rows that an anchor should cover and that could not be read.</summary>
    public const string AnchorRowsUnread = "tedori.anchors.unread";

    /// <summary>
    /// Gauge: rounds whose result notices are not out on the third of seven business days or later, as of the last look.
    /// </summary>
    public const string ResultsAtRisk = "tedori.results.atrisk";

    /// <summary>
    /// Gauge: 1 where mails are not delivered, 1 more where none are taken, for four hours in which the office was open.
    /// </summary>
    public const string MailUndelivered = "tedori.mail.undelivered";

    /// <summary>Gauge: mails about alarms that the mail server does not have, as of the last look for alarms.</summary>
    public const string AlarmsUnsent = "tedori.alarms.unsent";

    /// <summary>Tag: the step of a filing, as its storage name.</summary>
    public const string StepTag = "step";

    /// <summary>Tag: the stable code of a refusal or finding.</summary>
    public const string CodeTag = "code";

    /// <summary>Tag: whether trying again is in vain.</summary>
    public const string PermanentTag = "permanent";

    /// <summary>All instruments.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        InstancesFailed, SweeperAge, Sweeps, Mended, CanaryMissed, CanaryLag, ResultsLate, MailSent, MailFailed,
        MailBounced, MailSilent, Filings, Refusals, EvidenceBytes, ReconciliationFindings, Anchors,
        EvidenceUnprotected, ClosedDaysUnread, DisruptionsUnread, EditionsUnread, AnchorRowsUnread,
        ResultsAtRisk, MailUndelivered, AlarmsUnsent,
    ];
}
