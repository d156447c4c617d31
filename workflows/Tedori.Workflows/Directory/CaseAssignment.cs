using NodaTime;

namespace Tedori.Workflows.Directory;

/// <summary>Who is in charge of a case (担当者). Storage format.</summary>
/// <param name="Reviewer">Id of the member in charge, or null where nobody is.</param>
/// <param name="Name">Name of that member, or null.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Id of who assigned it.</param>
public sealed record CaseAssignment(string? Reviewer, string? Name, Instant At, string By);
