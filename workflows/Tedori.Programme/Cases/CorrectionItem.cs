namespace Tedori.Programme.Cases;

/// <summary>One thing that staff ask a company to correct (補正事項).</summary>
/// <param name="Subject">Document or field, for example 就業規則.</param>
/// <param name="Reason">What is wrong and what to do, in Japanese.</param>
public sealed record CorrectionItem(string Subject, string Reason);
