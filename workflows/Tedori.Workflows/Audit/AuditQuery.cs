using NodaTime;

namespace Tedori.Workflows.Audit;

/// <summary>What is looked for in the audit log; empty means any.</summary>
/// <param name="From">First day, Asia/Tokyo, inclusive.</param>
/// <param name="To">Last day, Asia/Tokyo, inclusive.</param>
/// <param name="By">Id of the member, or part of the name.</param>
/// <param name="Subject">Start of the subject, for example a receipt number.</param>
/// <param name="Action">The action.</param>
public sealed record AuditQuery(LocalDate From, LocalDate To, string By = "", string Subject = "", string Action = "")
{
    /// <summary>Whether an entry is looked for, its day apart.</summary>
    public bool Suits(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (By.Length == 0 || entry.By == By || entry.Name.Contains(By, StringComparison.OrdinalIgnoreCase))
            && entry.Subject.StartsWith(Subject, StringComparison.OrdinalIgnoreCase)
            && (Action.Length == 0 || entry.Action == Action);
    }
}
