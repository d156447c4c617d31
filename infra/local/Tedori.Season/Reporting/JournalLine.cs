using NodaTime;

namespace Tedori.Season.Reporting;

/// <summary>A line of the journal before it is sorted.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Order">
/// Orders what happened at the same instant in the same case: what came in stands before what it led to.
/// </param>
/// <param name="Subject">Case or round, then number, for a stable order.</param>
/// <param name="Place">Where it stood among those of its subject: in the order in which they were written.</param>
/// <param name="Json">The line.</param>
internal sealed record JournalLine(Instant At, int Order, string Subject, int Place, string Json);
