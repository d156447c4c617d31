using Tedori.Functions.Languages;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Notices;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Mail;

/// <summary>
/// The letter of a decision (決定通知書) with the mail that tells of it: the same bytes as on the company's page. Where there is no
/// font, or letters do not go with mails, the mail says where it is read.
/// </summary>
/// <param name="pdf">Prints it.</param>
/// <param name="settings">Whether letters go with mails.</param>
public sealed class DecisionLetters(PaperPdf pdf, LetterSettings settings)
{
    /// <summary>The letter, or null where none goes along.</summary>
    public MailAttachment? Of(Notice notice, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!settings.Attached || !pdf.IsAvailable || notice.Addressee is not { } addressee
            || Reader.InJapanese(() => NoticePaper.Of(notice, edition, addressee)) is not { } paper)
            return null;
        var file = pdf.Print(paper);
        return file.Length <= MailAttachment.MostBytes ? new($"決定通知書-{notice.Id.CaseId}.pdf", "application/pdf", file) : null;
    }

    /// <summary>The notice with where its letter is; as it is where it has none that could go along.</summary>
    internal static Notice Named(Notice notice, MailAttachment? letter) => notice.Addressee is null || !DecisionLetter.IsOf(notice.Kind)
        ? notice
        : notice with { Facts = [letter is null ? DecisionLetter.OnPage : DecisionLetter.WithMail, .. notice.Facts ?? []] };
}

/// <summary>Whether the letters of decisions go with their mails.</summary>
/// <param name="Attached">Whether they do.</param>
public sealed record LetterSettings(bool Attached);
