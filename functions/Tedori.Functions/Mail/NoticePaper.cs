using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Notices;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Mail;

/// <summary>The letter of a decision (決定通知書): what its notice says, for the files of the company.</summary>
internal static class NoticePaper
{
    /// <summary>The letter, or null where the notice tells of no decision.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="edition">The programme.</param>
    /// <param name="entry">Of whom the letter of a notice is that names no addressee.</param>
    public static PrintedPaper? Of(Notice notice, Edition edition, EntryForm entry) =>
        Of(notice, edition, notice.Addressee ?? DecisionLetter.AddresseeOf(entry));

    /// <summary>The letter to an addressee, or null where the notice tells of no decision.</summary>
    public static PrintedPaper? Of(Notice notice, Edition edition, IReadOnlyList<string> addressee)
    {
        if (DecisionLetter.Of(notice) is not { } letter)
            return null;
        var signature = MailSignature.Of(edition);
        return new(
            TitleOf(notice), $"受付番号 {notice.Id.CaseId}", notice.CausedAt,
            [.. new[] { letter.Document, letter.Date, letter.Signatory }.OfType<string>()],
            [
                new PaperPart.Address(addressee),
                new PaperPart.Fields(
                    new PaperField("奨励金", edition.Name),
                    new PaperField("受付番号", notice.Id.CaseId.ToString())),
                .. letter.Text.Select(p => new PaperPart.Paragraph(MeasureAddress.Split(p).Text)),
                .. Table(letter.Facts),
                new PaperPart.Paragraph(notice.Next),
                .. Table(notice.Due),
                new PaperPart.Heading("お問い合わせ先"),
                .. signature.Contact.Prepend(signature.Office).Select(l => new PaperPart.Paragraph(l)),
            ],
            []);
    }

    // A list stands under its own heading; what is one line stands beside its label.
    private static IEnumerable<PaperPart> Table(IReadOnlyList<NoticeFact>? facts)
    {
        var (table, lists) = ((facts ?? []).Where(f => f.Lines.Count == 1).ToList(), (facts ?? []).Where(f => f.Lines.Count > 1).ToList());
        if (table.Count > 0)
            yield return new PaperPart.Fields([.. table.Select(f => new PaperField(f.Label, Text(f.Lines[0])))]);
        foreach (var list in lists)
        {
            yield return new PaperPart.Heading(list.Label);
            yield return new PaperPart.Listing([.. list.Lines.Select(l => new PaperItem(Text(l)))]);
        }
    }

    private static string Text(string line) => MeasureAddress.Split(line).Text;

    // The subject of a mail ends with the receipt number.
    private static string TitleOf(Notice notice) =>
        notice.Subject.Replace($"({notice.Id.CaseId})", "", StringComparison.Ordinal);
}
