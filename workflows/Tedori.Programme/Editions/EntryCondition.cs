namespace Tedori.Programme.Editions;

/// <summary>One condition that a company declares to meet when it enters (申請要件の宣誓).</summary>
/// <param name="Id">Short id, for example <c>workRules</c>: storage format.</param>
/// <param name="Text">What the company declares, one Japanese sentence.</param>
/// <param name="Rule">
/// The place in the guideline that it comes from, in Japanese; empty where it is an assumption, which staff see listed.
/// </param>
public sealed record EntryCondition(string Id, string Text, string Rule);
