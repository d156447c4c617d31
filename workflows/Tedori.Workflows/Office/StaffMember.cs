namespace Tedori.Workflows.Office;

/// <summary>A member of staff who is signed in.</summary>
/// <param name="Id">Stable id that the platform gives, for example the object id of the directory.</param>
/// <param name="Name">Name as colleagues know it.</param>
/// <param name="Roles">The roles from the claims.</param>
public sealed record StaffMember(string Id, string Name, IReadOnlyList<StaffRole> Roles)
{
    /// <summary>
    /// Whether the member may do what asks for a role. Every role of the office may see, that of the chamber may not; an
    /// approver may do what a reviewer may.
    /// </summary>
    public bool Has(StaffRole role) => role switch
    {
        StaffRole.Viewer => Roles.Any(r => r != StaffRole.Chamber),
        StaffRole.Reviewer => Roles.Contains(StaffRole.Reviewer) || Roles.Contains(StaffRole.Approver),
        StaffRole.Approver => Roles.Contains(StaffRole.Approver),
        StaffRole.Administrator => Roles.Contains(StaffRole.Administrator),
        StaffRole.Chamber => Roles.Contains(StaffRole.Chamber),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
