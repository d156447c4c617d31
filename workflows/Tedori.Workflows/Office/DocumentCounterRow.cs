namespace Tedori.Workflows.Office;

/// <summary>The counter of the decision letters of a fiscal year. Storage format.</summary>
/// <param name="Next">The next serial number, from 1.</param>
public sealed record DocumentCounterRow(int Next);
