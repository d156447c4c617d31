using NodaTime;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Lottery;

/// <summary>A decision of two people to draw a round again. Storage format.</summary>
/// <param name="Reason">Why, in Japanese; it is published.</param>
/// <param name="At">When.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="ConfirmedBy">Who confirmed; another person.</param>
/// <param name="Key">
/// Key of the decision, by which its repetition is known; null in what was decided before it had one.
/// </param>
/// <param name="Signed">Who proposed and who approved; null in what was decided before ids were kept.</param>
public sealed record RedrawDecision(
    string Reason, Instant At, string DecidedBy, string ConfirmedBy, string? Key = null,
    Signatures? Signed = null);
