using System.Security.Cryptography;
using System.Text;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// Everybody who has used the console (職員): the platform tells only who is here now, and cases are assigned to others
/// too.
/// </summary>
public sealed class StaffRoster(IRecords records, KnownMembers known)
{
    private static readonly RowPartition Members = new(RecordSet.Office, "members");

    /// <summary>Writes a member down, with the name and roles of today.</summary>
    public async Task MeetAsync(StaffMember member, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (known.Knows(member))
            return;
        await records.CommitAsync(Members.Row<StaffMember>(KeyOf(member.Id)).Upsert(member), cancellation);
    }

    /// <summary>All members, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancellation = default)
    {
        var members = await records.BodiesAsync(Members.All<StaffMember>(), cancellation).ToListAsync(cancellation);
        return [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    // The platform's ids may hold what no row key can.
    private static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
