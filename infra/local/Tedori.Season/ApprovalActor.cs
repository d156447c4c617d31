using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Office;

namespace Tedori.Season;

/// <summary>What needs two people: one proposes it, another approves, and the orchestration does it.</summary>
internal sealed class ApprovalActor(ProposalService proposals)
{
    public static readonly StaffMember Proposer = new("season-a", "職員A", [StaffRole.Reviewer]);
    private static readonly StaffMember Approver = new("season-b", "職員B", [StaffRole.Approver]);

    /// <summary>Proposes and approves under a key: the same key again is the same proposal.</summary>
    public async Task<string> DecideAsync(string key, string reason, params IReadOnlyList<ProposedAction> actions)
    {
        var id = IdOf(key);
        var proposed = await proposals.ProposeAsync(id, actions, reason, Proposer);
        if (proposed.Refusal is { } refusal)
            return refusal.Code;
        return (await proposals.ApproveAsync(id, Approver)).Refusal?.Code ?? "approved";
    }

    /// <summary>The id under which a key is known to the office.</summary>
    public static string IdOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
