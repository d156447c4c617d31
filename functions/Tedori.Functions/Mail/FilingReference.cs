using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Functions.Mail;

/// <summary>What a filing is cited by: the receipt number of its case, and its own number in it (提出番号).</summary>
internal static class FilingReference
{
    /// <summary>The reference of a filing.</summary>
    public static string Of(CaseId id, int number) => $"{id} 第{number}号";

    /// <summary>What a notice is cited by, under its name: the filing where it confirms one, else the receipt.</summary>
    public static string LineOf(NoticeId notice) => notice.Kind == NoticeKind.FilingReceived
        ? $"提出番号 {Of(notice.CaseId, notice.Cause)}"
        : $"受付番号 {notice.CaseId}";
}
