using NodaTime;

namespace Tedori.Programme.Editions;

/// <summary>
/// A later end of a round's entry window (受付期間の延長): two people moved it because the system was not there on the
/// closing day. It is published with its reason. Storage format.
/// </summary>
/// <param name="Round">The round.</param>
/// <param name="Closes">First instant that is too late now (exclusive end).</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="At">When it was moved.</param>
/// <param name="Proposal">Id of the proposal: the same again is the same move.</param>
public sealed record MovedWindow(RoundId Round, Instant Closes, string Reason, Instant At, string Proposal);
