using Tedori.Programme.Cases;

namespace Tedori.Workflows.Access;

/// <summary>What a signed link to confirm a change of contact says.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Confirmation">Which change, and from which address.</param>
public sealed record ContactLink(CaseId CaseId, ContactConfirmation Confirmation);
