namespace Tedori.Workflows.Notices;

/// <summary>A notice as a mail.</summary>
/// <param name="Subject">Its subject, for a reader of another language in that language first.</param>
/// <param name="Text">It as text.</param>
/// <param name="Html">It as HTML.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);
