using NodaTime;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Audit;

/// <summary>A view of personal data, or an action of staff (操作記録). Storage format.</summary>
/// <param name="At">When.</param>
/// <param name="By">Id of the member of staff.</param>
/// <param name="Name">Name of the member.</param>
/// <param name="From">Address of the caller.</param>
/// <param name="Action">What was done, for example <c>viewCase</c>.</param>
/// <param name="Subject">Id of the case, round, notice or proposal it was done to.</param>
/// <param name="Before">State before, or null for a view.</param>
/// <param name="After">State after, the code of the refusal, or null for a view.</param>
/// <param name="Detail">Reason or search text, or null.</param>
/// <param name="Intent">Whether it is what somebody set out to do, written before it was done; else null.</param>
/// <param name="Sequence">How many entries were written before it in the same instant; null where none was.</param>
public sealed record AuditEntry(
    Instant At, string By, string Name, string From, string Action, string Subject, string? Before, string? After,
    string? Detail, bool? Intent = null, int? Sequence = null) : IWrittenAt;
