using NodaTime;
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

/// <summary>What one of the staff proposed under a key and another is going to approve.</summary>
internal sealed record ApprovalPlan(string Key, ProposedAction Action);

/// <summary>The shared lots of a round that staff are going to settle.</summary>
/// <param name="Round">The round.</param>
/// <param name="Which">Which of those that nobody has settled yet.</param>
internal sealed record SettlingPlan(RoundId Round, Settling Which);

/// <summary>An envelope whose postmark two people are going to read.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Id">Id of the envelope.</param>
/// <param name="Postmark">What both read.</param>
/// <param name="Arrived">When it arrived.</param>
/// <param name="ReadAt">When the second reads it.</param>
internal sealed record EnvelopePlan(CaseId CaseId, string Id, LocalDate Postmark, LocalDate Arrived, Instant ReadAt);
