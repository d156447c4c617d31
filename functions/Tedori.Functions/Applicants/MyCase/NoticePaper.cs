using Tedori.Functions.Applicants.Filings;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>The letter of a decision (決定通知書): what its notice says, for the files of the company.</summary>
internal static class NoticePaper
{
    /// <summary>The letter, or null where the notice tells of no decision.</summary>
    public static PrintedPaper? Of(NoticeModel model)
    {
        var (notice, entry) = (model.Sent.Notice, model.State.Entry);
        if (DecisionLetter.Of(notice) is not { } letter)
            return null;
        return new(
            TitleOf(notice), $"受付番号 {notice.Id.CaseId}", notice.CausedAt,
            [.. new[] { letter.Document, letter.Date, letter.Signatory }.OfType<string>()],
            [
                new PaperPart.Address([entry.Address, entry.CompanyName, $"{entry.Representative} 様"]),
                new PaperPart.Fields(
                    new PaperField("奨励金", model.Edition.Name),
                    new PaperField("受付番号", notice.Id.CaseId.ToString())),
                .. letter.Text.Select(p => new PaperPart.Paragraph(MeasureAddress.Split(p).Text)),
                new PaperPart.Paragraph(notice.Next),
                new PaperPart.Heading("お問い合わせ先"),
                .. FilingPapers.IssuerOf(model.Edition).Select(l => new PaperPart.Paragraph(l)),
            ],
            []);
    }

    // The subject of a mail ends with the receipt number.
    private static string TitleOf(Notice notice) =>
        notice.Subject.Replace($"({notice.Id.CaseId})", "", StringComparison.Ordinal);
}
