using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>Where the sections are, what they are called and which key leads there.</summary>
public static class StaffPlaces
{
    /// <summary>All sections of the office in order: path, name and shortcut.</summary>
    public static readonly IReadOnlyList<(StaffSection Section, string Path, string Name, string Key)> All =
    [
        (StaffSection.Today, "/staff", "今日", "1"),
        (StaffSection.Cases, "/staff/cases", "申請", "2"),
        (StaffSection.Post, "/staff/post", "郵便", "3"),
        (StaffSection.Mails, "/staff/mails", "メール", "4"),
        (StaffSection.Proposals, "/staff/proposals", "決裁", "5"),
        (StaffSection.Rounds, "/staff/rounds", "回", "6"),
        (StaffSection.Audit, "/staff/audit", "監査", "7"),
        (StaffSection.Settings, "/staff/settings", "設定", "8"),
    ];

    private static readonly IReadOnlyList<(StaffSection Section, string Path, string Name, string Key)> Chamber =
    [
        (StaffSection.Guidance, "/staff/referrals", "誘導の集計", "1"),
        (StaffSection.GuidanceRecord, "/staff/referrals/new", "誘導の記録", "2"),
    ];

    /// <summary>The sections that a member may open.</summary>
    public static IReadOnlyList<(StaffSection Section, string Path, string Name, string Key)> Of(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Has(StaffRole.Viewer) ? All : Chamber;
    }
}
