using NodaTime;

namespace Tedori.Programme.Entries;

/// <summary>An entry as the round's list holds it.</summary>
/// <param name="CaseId">The case it opened.</param>
/// <param name="ReceivedAt">When the server received it.</param>
/// <param name="Company">Which company it is of.</param>
/// <param name="Employees">Number of regular employees as stated.</param>
/// <param name="Place">
/// Which name, address and phone it is of, or null where that is not known; the same as <paramref name="Company"/>
/// where no corporate number is stated.
/// </param>
public sealed record Entry(
    CaseId CaseId, Instant ReceivedAt, CompanyKey Company, int Employees, CompanyKey? Place = null)
{
    /// <summary>Whether the company stated a corporate number.</summary>
    public bool HasNumber => Place != Company;
}
