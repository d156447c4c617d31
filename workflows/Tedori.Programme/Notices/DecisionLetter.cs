using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Notices;

/// <summary>
/// A decision as a letter (決定通知書): what its notice says, taken apart into number, date, signatory, text and table. A notice
/// from before notices named them has the date of its cause and no signatory; one from before there was a table has them in its
/// paragraphs.
/// </summary>
/// <param name="Document">The 文書番号, or null where it has none.</param>
/// <param name="Date">The date of the decision, Asia/Tokyo, in Japanese.</param>
/// <param name="Signatory">Who signs it, or null.</param>
/// <param name="Text">The rest of its text, a paragraph each.</param>
/// <param name="Facts">The rest of its table.</param>
public sealed record DecisionLetter(
    string? Document, string Date, string? Signatory, IReadOnlyList<string> Text, IReadOnlyList<NoticeFact> Facts)
{
    private const string Number = "文書番号";
    private const string Day = "日付";
    private const string Signed = "発信者";
    private static readonly string[] Marks = [Number, Day, Signed];

    /// <summary>That the letter goes with the mail.</summary>
    public static readonly NoticeFact WithMail = NoticeFact.Of("決定通知書", "このメールにPDFで添付しました。");

    /// <summary>That the letter is read on the company's page.</summary>
    public static readonly NoticeFact OnPage = NoticeFact.Of("決定通知書", "マイページのこの通知でご覧いただけます。");

    /// <summary>To whom a letter is addressed, a line each.</summary>
    public static IReadOnlyList<string> AddresseeOf(EntryForm entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return [entry.Address, entry.CompanyName, $"{entry.Representative} 様"];
    }

    /// <summary>Whether a notice of this kind tells of a decision.</summary>
    public static bool IsOf(NoticeKind kind) => kind is NoticeKind.EligibilityPassed or NoticeKind.EligibilityFailed
        or NoticeKind.GrantDecided or NoticeKind.GrantRefused or NoticeKind.GrantRevoked;

    /// <summary>The letter of a notice, or null where it tells of no decision.</summary>
    public static DecisionLetter? Of(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return IsOf(notice.Kind)
            ? new(
                Find(notice, Number), Find(notice, Day) ?? JapaneseDate.Full(JapanTime.DateOf(notice.CausedAt)),
                Find(notice, Signed),
                [.. notice.Paragraphs.Where(p => !Marks.Any(m => Has(p, m)))],
                [.. (notice.Facts ?? []).Where(f => !Marks.Contains(f.Label))])
            : null;
    }

    internal static IEnumerable<NoticeFact> Head(string? document, Instant at) =>
    [
        .. document is null ? Array.Empty<NoticeFact>() : [NoticeFact.Of(Number, document)],
        NoticeFact.Of(Day, JapaneseDate.Full(JapanTime.DateOf(at))),
    ];

    internal static IEnumerable<NoticeFact> Foot(Edition edition) =>
        edition.Contact is { } contact ? [NoticeFact.Of(Signed, contact.Signatory ?? contact.Office)] : [];

    private static string? Find(Notice notice, string mark) =>
        notice.Facts?.FirstOrDefault(f => f.Label == mark) is { Lines: [var line, ..] } ? line
            : notice.Paragraphs.FirstOrDefault(p => Has(p, mark)) is { } found ? found[(mark.Length + 2)..] : null;

    private static bool Has(string paragraph, string mark) => paragraph.StartsWith($"{mark}: ", StringComparison.Ordinal);
}
