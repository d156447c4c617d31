using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;

namespace Tedori.Programme.Notices;

/// <summary>What is told of a filing: that it was received, with what it lacks, or that it was not taken.</summary>
internal static class ReceiptTexts
{
    public static NoticeText Of(Edition edition, CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered x => Received(edition, s, e, "企業情報の登録", x.Filing, [.. Review(edition)]),
        CaseEvent.ProjectRegistered x => Received(edition, s, e, "奨励金対象事業の登録", x.Filing,
            [NoticeFact.Of("登録した項目", Items(edition, x.Project.Items)), Period(edition, s, x)]),
        CaseEvent.ClaimSubmitted x => Received(edition, s, e, "支給申請", x.Filing,
            [NoticeFact.Of("申請した項目", Items(edition, x.Claim.Items)), .. Review(edition)]),
        CaseEvent.CorrectionAnswered x =>
            Received(edition, s, e, $"補正({x.Number}回目)の回答", x.Filing, [.. Review(edition)]),
        CaseEvent.FilingRefused x => NotTaken(s, x),
        CaseEvent.MailFileTaken x => ByMail(edition, x),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is no filing."),
    };

    /// <summary>How long a review takes.</summary>
    public static IEnumerable<NoticeFact> Review(Edition edition) =>
        edition.Letters.Review is { } text ? [NoticeFact.Of("審査にかかる期間", text)] : [];

    /// <summary>Items with their numbers, a line each.</summary>
    public static IEnumerable<string> Items(Edition edition, IEnumerable<int> items) =>
        items.Select(n => edition.FindItem(n)!).Select(i => i.Label + i.Name);

    private static NoticeFact Period(Edition edition, CaseState s, CaseEvent.ProjectRegistered x)
    {
        var from = s.FiledOn.TryGetValue(Step.ProjectRegistration, out var filed) ? filed : JapanTime.DateOf(x.At);
        var until = CaseSchedule.DateOf(edition, s, Step.Implementation)!.Value;
        return NoticeFact.Of("取組の期間", $"{JapaneseDate.Full(from)}から{JapaneseDate.Full(until)}まで");
    }

    private static NoticeText Received(
        Edition edition, CaseState s, CaseEvent e, string form, Filing filing, IReadOnlyList<NoticeFact> more)
    {
        var replaces = filing.Replaces is not null;
        var missing = MissingDocuments.Of(edition, s, e);
        return new(replaces ? $"{form}の差し替えを受け付けました" : $"{form}を受け付けました",
            [
                filing.Receipt.Match(
                    electronic => JapaneseDate.Full(electronic.ReceivedAt) is var at && replaces
                        ? $"{form}の差し替えを、{at}に受け付けました。"
                        : $"{form}を、{at}に受け付けました。",
                    post => ByPost(form, post, "を受け付けました。")),
                .. replaces ? ["前に提出された内容は、この内容に差し替わりました。"] : Array.Empty<string>(),
            ],
            [
                .. missing.Count > 0 ? [NoticeFact.Of("足りないもの", missing)] : Array.Empty<NoticeFact>(),
                .. more,
                NoticeFact.Of("受け取ったもの", Taken(edition, filing)),
                NoticeFact.Of("書類の内容を確かめる値", "マイページの受付票でご確認いただけます。"),
            ]);
    }

    private static NoticeText ByMail(Edition edition, CaseEvent.MailFileTaken x)
    {
        var receivedAt = x.Filing.Receipt.Match(electronic => electronic.ReceivedAt, _ => x.At);
        return new("メールの添付を書類として受け取りました",
            [
                $"{JapaneseDate.Full(receivedAt)}に届いたメールの添付を、{CaseLabels.Of(x.Of)}の書類として受け取りました。",
                "同じ書類をもう一度提出する必要はありません。",
            ],
            [
                NoticeFact.Of("受け取ったもの", Files(edition, x.Filing)),
                NoticeFact.Of("書類の内容を確かめる値", "マイページでご確認いただけます。"),
            ]);
    }

    private static IEnumerable<string> Taken(Edition edition, Filing filing)
    {
        yield return "申請の内容";
        foreach (var file in Files(edition, filing))
            yield return file;
    }

    private static IEnumerable<string> Files(Edition edition, Filing filing) => filing.Files
        .Where(f => f.Name != FilingPaper.FileName)
        .Select(f => DocumentSlots.NameOf(edition, f) is { } document ? $"{document}「{f.Name}」" : $"添付の書類「{f.Name}」");

    private static NoticeText NotTaken(CaseState s, CaseEvent.FilingRefused x)
    {
        var what = NoticeLabels.What(s, x.Of);
        return new($"{what}を受理できませんでした",
            [
                x.Receipt.Match(
                    electronic => $"{what}を{JapaneseDate.Full(electronic.ReceivedAt)}に受信しましたが、受理できませんでした。",
                    post => ByPost(what, post, "を受け取りましたが、受理できませんでした。")),
            ],
            [
                NoticeFact.Of(NoticeLabels.Reason, x.Refusal.Text),
                NoticeFact.Of("ご不明な点", "事務局へお問い合わせください。"),
            ]);
    }

    private static string ByPost(string what, Receipt.Post post, string end) =>
        $"{what}の書類(消印{JapaneseDate.Full(post.Postmark)}、到着{JapaneseDate.Full(post.Arrived)}){end}";
}
