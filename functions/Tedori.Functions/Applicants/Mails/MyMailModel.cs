using Tedori.Programme.Filings;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Applicants.Mails;

/// <summary>The files that a company sent by mail.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Mails">The mails with files, the newest first.</param>
/// <param name="Form">The form that is open, or null where none is.</param>
public sealed record MyMailModel(MyFrame Frame, IReadOnlyList<InboundMail> Mails, FilingForm? Form)
{
    /// <summary>Why a file could not be taken, in Japanese, or null.</summary>
    public string? Refused { get; init; }

    /// <summary>Id of the field of that file.</summary>
    public string RefusedFile { get; init; } = "main";

    /// <summary>Id of the field that says what a file is.</summary>
    public static string IdOf(string mail, string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return $"slot-{mail}-{sha256[..16]}";
    }

    /// <summary>The documents that the form asks for.</summary>
    public IReadOnlyList<DocumentSlot> Slots => Form is null ? [] : DocumentSlots.Of(Form);
}
