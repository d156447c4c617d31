using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>A decision of two people about two entries that only look like one company. Storage format.</summary>
/// <param name="First">The earlier entry.</param>
/// <param name="Second">The later one.</param>
/// <param name="Joined">Whether they share one lot; else each keeps its own.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="DecidedBy">Who proposed it.</param>
/// <param name="ConfirmedBy">Who approved it; another person.</param>
public sealed record JoinDecision(
    CaseId First, CaseId Second, bool Joined, Instant At, string Reason, string DecidedBy, string ConfirmedBy);
