using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Cases;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Mail;

/// <summary>What a filing is cited by: the receipt number of its case, and its own number in it (提出番号).</summary>
internal static class FilingReference
{
    /// <summary>The reference of a filing, in the language of the reader.</summary>
    public static string Of(CaseId id, int number) => Say("{0} 第{1}号", id, number);

    /// <summary>What a notice is cited by, under its Japanese name: the filing where it confirms one, else the receipt.</summary>
    public static string LineOf(NoticeId notice) => notice.Kind == NoticeKind.FilingReceived
        ? $"提出番号 {Reader.InJapanese(() => Of(notice.CaseId, notice.Cause))}"
        : $"受付番号 {notice.CaseId}";
}
