namespace Tedori.Programme.Plans;

/// <summary>That a company is led to a measure (適切な誘導), and why.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Reasons">Why, the weightiest first, at least one.</param>
public sealed record Referral(Measure Measure, IReadOnlyList<ReferralReason> Reasons);

/// <summary>Why a company is led to a measure.</summary>
/// <param name="Items">The items that it chose and that the measure fits; empty where its situation is the reason.</param>
/// <param name="Text">The reason, in one Japanese sentence.</param>
public sealed record ReferralReason(IReadOnlyList<int> Items, string Text);
