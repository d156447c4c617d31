namespace Tedori.Programme.Filings;

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What is wrong and what to do, in Japanese.</param>
public sealed record FormFault(string Field, string Code, string Text);
