using Tedori.Programme.Access;

namespace Tedori.Functions.Http;

/// <summary>A request of a company that opened its signed link.</summary>
/// <param name="Page">The request.</param>
/// <param name="Session">The case it may see, and no other.</param>
public sealed record CompanyRequest(PageRequest Page, CaseLink Session) : PageRequest(Page)
{
    /// <summary>The session by which it comes.</summary>
    public required CompanySession Visit { get; init; }
}
