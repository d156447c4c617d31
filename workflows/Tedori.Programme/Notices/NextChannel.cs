using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>
/// How a company is told what a mail did not tell it (不達時の連絡): the ways in their order, and until when. A result is told
/// within the seven business days of the guideline; everything else within as many of its cause.
/// </summary>
/// <param name="Ways">The ways in Japanese, the nearest first; at least one.</param>
/// <param name="By">The last date, Asia/Tokyo, inclusive.</param>
public sealed record NextChannel(IReadOnlyList<string> Ways, LocalDate By)
{
    private const int Days = 7;

    /// <summary>The ways for a notice that did not arrive. They name no number and no address: those stand in the case.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="notice">The notice.</param>
    public static NextChannel Of(Edition edition, CaseState state, Notice notice)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(notice);
        return new([.. WaysOf(state, notice)], ByOf(edition, notice));
    }

    /// <summary>What staff have to do, in one sentence.</summary>
    /// <param name="today">The date on which they are told, Asia/Tokyo.</param>
    public string Sentence(LocalDate today)
    {
        var ways = string.Concat(Ways.Select((way, n) => $"({n + 1}){way}"));
        return today > By
            ? $"{JapaneseDate.Full(By)}の期限を過ぎています。すぐに次の順で企業に知らせてください: {ways}。"
            : $"{JapaneseDate.Full(By)}までに、次の順で企業に知らせてください: {ways}。";
    }

    private static IEnumerable<string> WaysOf(CaseState state, Notice notice)
    {
        // A contact that waits for its confirmation is not confirmed: nobody is told anything there but who to ask.
        if (state.ContactChange is { Contact: var second })
        {
            if (second.Phone != state.Entry.Phone)
                yield return "確認待ちの新しい連絡先に電話";
            else if (second.Name != state.Entry.ContactName)
                yield return "確認待ちの新しい担当者に電話";
        }

        if (!string.Equals(state.Entry.Email, notice.To, StringComparison.OrdinalIgnoreCase))
            yield return "申請の現在のEメールアドレスに再通知";
        if (!string.IsNullOrWhiteSpace(state.Entry.Phone))
            yield return "申請の担当者に電話し、連絡先を確認して再通知";
        yield return "通知を印刷し、申請の所在地に郵送";
    }

    private static LocalDate ByOf(Edition edition, Notice notice) => notice.Kind
        is NoticeKind.ResultWon or NoticeKind.ResultLost or NoticeKind.ResultExcluded or NoticeKind.ResultHeld
        && edition.ResultDue(edition.Round(notice.Id.CaseId.Round.Number)) is var due
        && JapanTime.DateOf(notice.CausedAt) <= due
            ? due
            : edition.Calendar.AddBusinessDays(JapanTime.DateOf(notice.CausedAt), Days);
}
