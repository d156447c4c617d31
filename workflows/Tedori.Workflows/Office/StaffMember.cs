namespace Tedori.Workflows.Office;

/// <summary>A member of staff who is signed in.</summary>
/// <param name="Id">Stable id that the platform gives, for example the object id of the directory.</param>
/// <param name="Name">Name as colleagues know it.</param>
/// <param name="Roles">The roles from the claims.</param>
public sealed record StaffMember(string Id, string Name, IReadOnlyList<StaffRole> Roles)
{
    /// <summary>
    /// Whether the member may do what asks for a role. Every role may see; an approver may do what a reviewer may.
    /// </summary>
    public bool Has(StaffRole role) => role switch
    {
        StaffRole.Viewer => Roles.Count > 0,
        StaffRole.Reviewer => Roles.Contains(StaffRole.Reviewer) || Roles.Contains(StaffRole.Approver),
        StaffRole.Approver => Roles.Contains(StaffRole.Approver),
        StaffRole.Administrator => Roles.Contains(StaffRole.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
