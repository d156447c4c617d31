using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// Everybody who has used the console (職員): the platform tells only who is here now, and cases are assigned to others
/// too.
/// </summary>
public sealed class StaffRoster(IRecords records, KnownMembers known)
{
    private const string Partition = "members";

    /// <summary>Writes a member down, with the name and roles of today.</summary>
    public async Task MeetAsync(StaffMember member, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (known.Knows(member))
            return;
        var write = new Write.Upsert(KeyOf(member.Id), TedoriJson.Write(member));
        await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation);
    }

    /// <summary>All members, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancellation = default)
    {
        var members = new List<StaffMember>();
        await foreach (var row in records.ScanAsync(RecordSet.Office, Partition, cancellation: cancellation))
            members.Add(row.Read<StaffMember>());
        return [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    // The platform's ids may hold what no row key can.
    private static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
