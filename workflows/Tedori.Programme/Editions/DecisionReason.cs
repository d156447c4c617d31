namespace Tedori.Programme.Editions;

/// <summary>A reason for which a review may end badly (不通過・不支給の理由), as the guideline gives it.</summary>
/// <param name="Review">The review: <see cref="Step.EligibilityReview"/> or <see cref="Step.ClaimReview"/>.</param>
/// <param name="Text">The reason, a Japanese sentence that stands in the notice.</param>
/// <param name="Citation">Where it comes from, in Japanese.</param>
public sealed record DecisionReason(Step Review, string Text, string Citation);
