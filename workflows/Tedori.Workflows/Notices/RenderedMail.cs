namespace Tedori.Workflows.Notices;

/// <summary>A notice as text and as HTML.</summary>
public sealed record RenderedMail(string Text, string Html);
