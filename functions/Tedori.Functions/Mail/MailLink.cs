using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Mail;

/// <summary>What the link of a mail does: in Japanese, and beside it in the language of who reads.</summary>
internal static class MailLink
{
    /// <summary>On the button, and before the address where there is none.</summary>
    public static string ButtonOf(Notice notice) => Said(notice, () => Act(notice));

    private static string Act(Notice notice) => notice.Confirms is null ? Say("マイページを開く") : Say("連絡先の変更を確認する");

    private static string Said(Notice notice, Func<string> say)
    {
        var japanese = Reader.InJapanese(say);
        return Language.Find(notice.Language) is { } language && Reader.In(language, say) is var own && own != japanese
            ? $"{japanese} / {own}"
            : japanese;
    }
}
