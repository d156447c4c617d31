using Tedori.Programme.Calendar;

namespace Tedori.Workflows.Office;

/// <summary>The row of changed closed days. Storage format.</summary>
/// <param name="Changes">The changes, by date, each date once.</param>
public sealed record ClosedDaysRow(IReadOnlyList<ClosedDayChange> Changes);
