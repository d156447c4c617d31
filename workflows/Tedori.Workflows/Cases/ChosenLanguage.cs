using NodaTime;

namespace Tedori.Workflows.Cases;

/// <summary>The language that a company chose on its own pages. Storage format.</summary>
/// <param name="Code">Its code; null for Japanese.</param>
/// <param name="At">When the choice was received.</param>
public sealed record ChosenLanguage(string? Code, Instant At);
