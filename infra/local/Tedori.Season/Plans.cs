using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;

namespace Tedori.Season;

/// <summary>A decision that two people are going to make.</summary>
internal sealed record DecisionPlan(ProposedAction Action, string Reason);

/// <summary>A request for a correction that staff are going to take back.</summary>
internal sealed record WithdrawalPlan(CaseId CaseId, int Number);

/// <summary>Another contact that a company is going to name.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Contact">The contact.</param>
/// <param name="Confirms">How many of the two addresses are going to confirm it.</param>
internal sealed record ContactPlan(CaseId CaseId, Contact Contact, int Confirms);

/// <summary>A confirmation that one of the two addresses is going to give.</summary>
internal sealed record ConfirmationPlan(ContactLink Link);
