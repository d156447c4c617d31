using Tedori.Workflows.Office;

namespace Tedori.Functions.Http;

/// <summary>A request of a member of staff who has the role that the route asks for.</summary>
/// <param name="Page">The request.</param>
/// <param name="Member">Who it is.</param>
public sealed record StaffRequest(PageRequest Page, StaffMember Member) : PageRequest(Page);
