namespace Tedori.Programme;

/// <summary>Why a command is not accepted: a value, not an error. Codes are stable and storage format.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What is wrong and what to do, in Japanese, to whoever asked.</param>
public sealed record Refusal(string Code, string Text);
