using Tedori.Workflows.Mail;

namespace Tedori.Workflows.Notices;

/// <summary>A notice as a mail.</summary>
/// <param name="Subject">Its subject, for a reader of another language in that language first.</param>
/// <param name="Text">It as text.</param>
/// <param name="Html">It as HTML.</param>
public sealed record RenderedMail(string Subject, string Text, string Html)
{
    /// <summary>The letter that goes along, where it tells of a decision and one can be printed here.</summary>
    public MailAttachment? Letter { get; init; }
}
