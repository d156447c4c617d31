using Tedori.Programme.Cases;

namespace Tedori.Workflows.Telemetry;

/// <summary>Counts what a commit to a case accepted.</summary>
internal static class FilingMetrics
{
    /// <summary>Counts the filings among events that were just committed.</summary>
    public static void Count(IReadOnlyList<CaseEvent> events)
    {
        foreach (var e in events)
        {
            if (FilingOf(e) is not var (step, filing))
                continue;
            TedoriMeter.Filings.Add(1, new KeyValuePair<string, object?>(MetricNames.StepTag, step));
            if (filing is { Files.Count: > 0 })
                TedoriMeter.EvidenceBytes.Add(filing.Files.Sum(f => f.Size));
        }
    }

    private static (string Step, Filing? Filing)? FilingOf(CaseEvent e) => e switch
    {
        CaseEvent.Entered => ("entry", null),
        CaseEvent.CompanyRegistered x => ("companyRegistration", x.Filing),
        CaseEvent.ProjectRegistered x => ("projectRegistration", x.Filing),
        CaseEvent.ClaimSubmitted x => ("claim", x.Filing),
        CaseEvent.CorrectionAnswered x => ("correction", x.Filing),
        _ => null,
    };
}
