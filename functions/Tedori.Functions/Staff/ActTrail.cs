using Tedori.Functions.Http;
using Tedori.Workflows.Audit;

namespace Tedori.Functions.Staff;

/// <summary>Writes what a member of staff did into the audit log, with the address of the caller.</summary>
public sealed class ActTrail(AuditLog log)
{
    /// <summary>Records a view of personal data.</summary>
    public Task ViewedAsync(StaffVisit visit, string action, string subject) => WriteAsync(visit, action, subject, null, null, null);

    /// <summary>Records an action, done or refused.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="before">State before.</param>
    /// <param name="after">State after, or the code of the refusal.</param>
    /// <param name="detail">Reason or text, or null.</param>
    public Task WriteAsync(StaffVisit visit, string action, string subject, string? before, string? after, string? detail)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return log.WriteAsync(
            new(visit.ReceivedAt, visit.Member.Id, visit.Member.Name, CallerLimits.AddressOf(visit.Request), action, subject, before, after, detail),
            visit.Cancellation);
    }
}
