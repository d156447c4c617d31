using NodaTime;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Lottery;

/// <summary>Places that staff carried from one round to a later one (guideline 1(4)(ア)).</summary>
/// <param name="From">Number of the round that did not use them.</param>
/// <param name="To">Number of the round that gets them.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="At">When it was confirmed.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="ConfirmedBy">Who confirmed; another person.</param>
/// <param name="Key">
/// Key of the decision, by which its repetition is known; null in what was posted before decisions had one.
/// </param>
/// <param name="Signed">Who proposed and who approved; null in what was posted before ids were kept.</param>
public sealed record CarryPosting(
    int From, int To, int Count, Instant At, string DecidedBy, string ConfirmedBy, string? Key = null,
    Signatures? Signed = null);
