using NodaTime;

namespace Tedori.Programme.Entries;

/// <summary>An entry as the round's list holds it.</summary>
/// <param name="CaseId">The case it opened; its serial is its position, given when the whole request was there.</param>
/// <param name="ReceivedAt">When the server received it.</param>
/// <param name="Keys">By what its company is known.</param>
/// <param name="Employees">Number of regular employees as stated.</param>
public sealed record Entry(CaseId CaseId, Instant ReceivedAt, CompanyKeys Keys, int Employees);
