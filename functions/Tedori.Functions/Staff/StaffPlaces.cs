namespace Tedori.Functions.Staff;

/// <summary>Where the sections are, what they are called and which key leads there.</summary>
public static class StaffPlaces
{
    /// <summary>All sections in order: path, name and shortcut.</summary>
    public static readonly IReadOnlyList<(StaffSection Section, string Path, string Name, string Key)> All =
    [
        (StaffSection.Today, "/staff", "今日", "1"),
        (StaffSection.Cases, "/staff/cases", "申請", "2"),
        (StaffSection.Post, "/staff/post", "郵便", "3"),
        (StaffSection.Proposals, "/staff/proposals", "決裁", "4"),
        (StaffSection.Rounds, "/staff/rounds", "回", "5"),
        (StaffSection.Audit, "/staff/audit", "監査", "6"),
        (StaffSection.Settings, "/staff/settings", "設定", "7"),
    ];
}
