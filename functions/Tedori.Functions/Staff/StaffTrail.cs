using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>Writes the audit log for the console: who, when, from where, what.</summary>
public sealed class StaffTrail(AuditLog log, StaffRoster roster)
{
    /// <summary>Somebody saw personal data.</summary>
    public Task SawAsync(StaffRequest page, string action, string subject, string? detail = null) =>
        WriteAsync(page, action, subject, null, null, detail, null);

    /// <summary>
    /// Does something that changes the record: what is about to be done is in the log before it is done, so that nothing is
    /// done without a trace, and what became of it afterwards.
    /// </summary>
    /// <param name="page">The request.</param>
    /// <param name="action">What is done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="before">State before, or null.</param>
    /// <param name="detail">Reason, or null.</param>
    /// <param name="effect">Does it.</param>
    /// <param name="after">State after, or the code of the refusal.</param>
    public async Task<T> DoAsync<T>(
        StaffRequest page, string action, string subject, string? before, string? detail, Func<Task<T>> effect,
        Func<T, string?> after)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(after);
        await WriteAsync(page, action, subject, before, null, detail, true);
        var result = await effect();
        await WriteAsync(page, action, subject, before, after(result), detail, null);
        return result;
    }

    private async Task WriteAsync(
        StaffRequest page, string action, string subject, string? before, string? after, string? detail, bool? intent)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (id, name) = (page.Member.Id, page.Member.Name);
        var from = CallerLimits.AddressOf(page.Request);
        // The caller may go away; what was shown or done must be in the log all the same.
        await roster.MeetAsync(page.Member, CancellationToken.None);
        await log.WriteAsync(
            new(page.ReceivedAt, id, name, from, action, subject, before, after, detail, intent), CancellationToken.None);
    }
}
