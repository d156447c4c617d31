using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>
/// A decision as a letter (決定通知書): what its notice says, taken apart into number, date, signatory and text. A notice from
/// before notices named them has the date of its cause and no signatory.
/// </summary>
/// <param name="Document">The 文書番号, or null where it has none.</param>
/// <param name="Date">The date of the decision, Asia/Tokyo, in Japanese.</param>
/// <param name="Signatory">Who signs it, or null.</param>
/// <param name="Text">The rest of it, a paragraph each.</param>
public sealed record DecisionLetter(string? Document, string Date, string? Signatory, IReadOnlyList<string> Text)
{
    private const string Number = "文書番号: ";
    private const string Day = "日付: ";
    private const string Signed = "発信者: ";

    /// <summary>The letter of a notice, or null where it tells of no decision.</summary>
    public static DecisionLetter? Of(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Kind is NoticeKind.EligibilityPassed or NoticeKind.EligibilityFailed or NoticeKind.GrantDecided
            or NoticeKind.GrantRefused
                ? new(
                    Find(notice, Number), Find(notice, Day) ?? JapaneseDate.Full(JapanTime.DateOf(notice.CausedAt)),
                    Find(notice, Signed),
                    [.. notice.Paragraphs.Where(p => !((string[])[Number, Day, Signed]).Any(m => Has(p, m)))])
                : null;
    }

    internal static IEnumerable<string> Head(string? document, Instant at) =>
        [.. document is null ? (string[])[] : [Number + document], Day + JapaneseDate.Full(JapanTime.DateOf(at))];

    internal static IEnumerable<string> Foot(Edition edition) =>
        edition.Contact is { } contact ? [Signed + (contact.Signatory ?? contact.Office)] : [];

    private static string? Find(Notice notice, string mark) =>
        notice.Paragraphs.FirstOrDefault(p => Has(p, mark)) is { } found ? found[mark.Length..] : null;

    private static bool Has(string paragraph, string mark) => paragraph.StartsWith(mark, StringComparison.Ordinal);
}
