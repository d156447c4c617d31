using NodaTime;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Reconciliation;

/// <summary>The report of one night's reconciliation, which is also where it stands. Storage format.</summary>
/// <param name="Day">The day it is of, in Japan.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Next">Where it goes on, or null when all cases were looked at.</param>
/// <param name="FinishedAt">When it ended, or null while it runs.</param>
public sealed record ReconciliationRun(LocalDate Day, Instant StartedAt, CasePosition? Next, Instant? FinishedAt = null)
{
    /// <summary>Cases looked at.</summary>
    public int Cases { get; init; }

    /// <summary>Files looked at; one that two filings list counts twice.</summary>
    public int Files { get; init; }

    /// <summary>Their bytes, as the receipts list them.</summary>
    public long Bytes { get; init; }

    /// <summary>What was found to differ.</summary>
    public int Findings { get; init; }
}
