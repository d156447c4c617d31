namespace Tedori.Programme.Editions;

/// <summary>A text that staff put into what they write to companies (定型文).</summary>
/// <param name="Title">What it is for, in Japanese.</param>
/// <param name="Text">The text, in Japanese.</param>
public sealed record Phrase(string Title, string Text);
