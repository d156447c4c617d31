using Tedori.Workflows.Office;

namespace Tedori.Pages.Staff.Today;

/// <summary>What the first page of the console shows.</summary>
/// <param name="Member">Who looks.</param>
public sealed record TodayModel(StaffMember Member);
