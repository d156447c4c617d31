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
    public static readonly StaffMember Approver = new("season-b", "職員B", [StaffRole.Approver]);

    /// <summary>What came of an approval.</summary>
    public const string Approved = "approved";

    /// <summary>What came of a proposal.</summary>
    public const string Proposed = "proposed";

    /// <summary>Proposes and approves under a key: the same key again is the same proposal.</summary>
    public async Task<string> DecideAsync(string key, string reason, params IReadOnlyList<ProposedAction> actions) =>
        await ProposeAsync(key, reason, actions) is not Proposed and var refused ? refused : await ApproveAsync(key);

    /// <summary>Proposes under a key.</summary>
    public async Task<string> ProposeAsync(string key, string reason, params IReadOnlyList<ProposedAction> actions) =>
        (await proposals.ProposeAsync(IdOf(key), actions, reason, Proposer)).Refusal?.Code ?? Proposed;

    /// <summary>Approves what was proposed under a key.</summary>
    public async Task<string> ApproveAsync(string key) =>
        (await proposals.ApproveAsync(IdOf(key), Approver)).Refusal?.Code ?? Approved;

    /// <summary>The id under which a key is known to the office.</summary>
    public static string IdOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
