namespace Tedori.Programme.Editions;

/// <summary>The free visits of a labour consultant (専門家派遣).</summary>
/// <param name="Required">How many visits must be recorded before a claim is accepted; 0 where none is needed.</param>
public sealed record VisitRules(int Required);
