using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>Writes the audit log for the console: who, when, from where, what.</summary>
public sealed class StaffTrail(AuditLog log, StaffRoster roster)
{
    /// <summary>Somebody saw personal data.</summary>
    public Task SawAsync(StaffRequest page, string action, string subject, string? detail = null) =>
        DidAsync(page, action, subject, null, null, detail);

    /// <summary>
    /// Somebody did something, or was refused: then <paramref name="after"/> is the code of the refusal.
    /// </summary>
    public async Task DidAsync(
        StaffRequest page, string action, string subject, string? before, string? after, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (id, name) = (page.Member.Id, page.Member.Name);
        var from = CallerLimits.AddressOf(page.Request);
        // The caller may go away; what was shown or done must be in the log all the same.
        await roster.MeetAsync(page.Member, CancellationToken.None);
        await log.WriteAsync(
            new(page.ReceivedAt, id, name, from, action, subject, before, after, detail), CancellationToken.None);
    }
}
