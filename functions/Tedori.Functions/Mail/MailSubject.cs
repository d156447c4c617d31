using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Mail;

/// <summary>
/// The subject of a mail: the programme, then what happened, and the receipt number at its end. A reader of another language
/// finds it in that language first, then the Japanese one by which the office knows it.
/// </summary>
internal static class MailSubject
{
    /// <summary>The subject of a notice.</summary>
    public static string Of(Notice notice, Edition edition)
    {
        var japanese = $"{NameOf(edition)}: {notice.Subject}";
        return Language.Find(notice.Language) is { Binds: false } language && Reader.In(language, () => Own(notice)) is { } own
            ? $"{own} / {japanese}"
            : japanese;
    }

    /// <summary>
    /// What happened in the language of the reader, without the receipt number; null in Japanese, and where it says the very same.
    /// </summary>
    public static string? TitleOf(Notice notice)
    {
        if (Language.Current.Binds)
            return null;
        var own = Translated(notice) ?? MailOpening.Happened(notice.Kind).TrimEnd('。', '.');
        return own == Japanese(notice) ? null : own;
    }

    /// <summary>What happened in the language of the reader; null where something in it has no translation.</summary>
    public static string? Translated(Notice notice) =>
        Sentences.Find(Japanese(notice)) is { } own && !JapaneseText.IsForeignTo(Language.Current, own)
            ? char.ToUpperInvariant(own[0]) + own[1..]
            : null;

    // Of which year is known by the receipt number; a mailbox shows little more than the beginning of a subject.
    private static string NameOf(Edition edition) => edition.Name.Replace($"{edition.YearName} ", "", StringComparison.Ordinal);

    private static string? Own(Notice notice) => TitleOf(notice) is { } title ? Say("東京都の奨励金: {0}", title) : null;

    private static string Japanese(Notice notice)
    {
        var number = $"({notice.Id.CaseId})";
        return notice.Subject.EndsWith(number, StringComparison.Ordinal) ? notice.Subject[..^number.Length] : notice.Subject;
    }
}
