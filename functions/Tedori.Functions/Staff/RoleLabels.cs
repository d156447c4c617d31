using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>The roles in Japanese.</summary>
public static class RoleLabels
{
    /// <summary>The role in Japanese.</summary>
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.Viewer => "閲覧者",
        StaffRole.Reviewer => "審査担当者",
        StaffRole.Approver => "承認者",
        StaffRole.Administrator => "管理者",
        StaffRole.Chamber => "商工会議所",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    /// <summary>The roles of a member.</summary>
    public static string Of(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Roles.Count == 0 ? "権限なし" : string.Join("・", member.Roles.Select(Of));
    }
}
