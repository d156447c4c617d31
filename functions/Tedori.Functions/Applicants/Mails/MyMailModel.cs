using Tedori.Programme.Filings;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Applicants.Mails;

/// <summary>The files that a company sent by mail.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Mails">The mails with files, the newest first.</param>
/// <param name="Form">The form that is open, or null where none is.</param>
/// <param name="Refused">Why a file could not be taken, in Japanese, or null.</param>
public sealed record MyMailModel(MyFrame Frame, IReadOnlyList<InboundMail> Mails, FilingForm? Form, string? Refused)
{
    /// <summary>The documents that the form asks for.</summary>
    public IReadOnlyList<DocumentSlot> Slots => Form is null ? [] : DocumentSlots.Of(Form);
}
