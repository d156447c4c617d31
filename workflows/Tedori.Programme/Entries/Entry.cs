using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Entries;

/// <summary>An entry as the round's list holds it.</summary>
/// <param name="CaseId">The case it opened.</param>
/// <param name="ReceivedAt">When the server received it.</param>
/// <param name="Company">Which company it is of.</param>
/// <param name="Employees">Number of regular employees as stated.</param>
public sealed record Entry(CaseId CaseId, Instant ReceivedAt, CompanyKey Company, int Employees);
