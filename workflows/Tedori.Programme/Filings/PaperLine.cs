namespace Tedori.Programme.Filings;

/// <summary>One statement of a paper. Storage format.</summary>
/// <param name="Label">What was asked.</param>
/// <param name="Text">What was answered.</param>
public sealed record PaperLine(string Label, string Text);
