using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Grants;

namespace Tedori.Programme.Notices;

/// <summary>What is told of steps that the company does not file: a visit, the end of the measures, the payment.</summary>
internal static class ProgressTexts
{
    private const string CallUs = "事務局へご連絡ください。";

    public static NoticeText Of(Edition edition, CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.VisitRecorded x => new($"専門家の派遣({x.Number}回目)を記録しました",
            [$"{JapaneseDate.Full(x.Date)}の専門家の派遣({x.Number}回目)を記録しました。"],
            [.. Left(edition, s), NoticeFact.Of("記録が違う場合", CallUs)]),
        CaseEvent.ImplementationEnded x => new("取組の期間が終わりました",
            [$"取組の期間が{JapaneseDate.Full(x.LastDay)}に終わりました。"],
            [
                NoticeFact.Of("登録した項目", ReceiptTexts.Items(edition, s.Project!.Items)),
                NoticeFact.Of("準備する書類", Documents(edition, s.Project)),
                NoticeFact.Of("用意できない書類", "期限までに用意できない書類は、後から補正で提出できます。"),
            ]),
        CaseEvent.PaymentReleased x => new("奨励金の振込を手配しました",
            ["支給を決定した奨励金を、ご指定の口座に振り込む手続きをしました。"],
            [
                NoticeFact.Of("支給額", GrantCalculation.Yen(x.Yen)),
                NoticeFact.Of("入金の日", "金融機関での手続きの後に入金されます。"),
                NoticeFact.Of("入金を確認できない場合", CallUs),
            ]),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is no step that is not filed."),
    };

    private static IEnumerable<NoticeFact> Left(Edition edition, CaseState s)
    {
        var left = edition.Visits.Required - s.Visits.Count;
        yield return NoticeFact.Of("これからの派遣", left > 0
            ? $"あと{left}回です。{edition.Letters.Visits}"
            : $"必要な{edition.Visits.Required}回の派遣は終わりました。");
    }

    private static IEnumerable<string> Documents(Edition edition, Project project) => project.Items
        .Select(n => edition.FindItem(n)!)
        .SelectMany(item => DocumentSlots.DocumentsOf(edition, item).Select(name => item.Label + name));
}
