using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Filings;
using Tedori.Programme.Grants;

namespace Tedori.Programme.Notices;

/// <summary>Subject and text of each notice.</summary>
internal static class NoticeLabels
{
    public static (string Subject, IReadOnlyList<string> Paragraphs) Of(Edition edition, CaseState s,
        CaseEvent e) => e switch
        {
            CaseEvent.Entered x => ("事前エントリーを受け付けました",
                [$"第{s.Id.Round.Number}回の事前エントリーを{JapaneseDate.Full(x.ReceivedAt)}に受け付けました。",
             $"受付番号は{s.Id}です。お問い合わせの際にお知らせください。", .. Position(x.Digest), .. SharedLotTexts.Of(x.Shared),
             "このメールは、事前エントリーの画面で、このEメールアドレスが連絡先として入力されたためにお送りしています。お心当たりがない場合は、事務局へお知らせください。"]),
            CaseEvent.EntryShared => SharedLotTexts.Another(s),
            CaseEvent.ResultHeld => SharedLotTexts.Held(s),
            CaseEvent.Won x => ("抽選の結果、当選しました",
                [$"第{s.Id.Round.Number}回の抽選の結果、当選しました。", .. SharedLotTexts.Result(x.Shared), "期限までに企業情報を登録してください。",
                 Explain(edition, s), Prepare(edition)]),
            CaseEvent.Promoted => ("繰上当選しました",
                [$"第{s.Id.Round.Number}回で当選された企業の辞退などにより、抽選の順位に従って繰上当選しました。", "期限までに企業情報を登録してください。", Explain(
                    edition, s), Prepare(edition)]),
            CaseEvent.Lost x => ("抽選の結果、落選しました",
                [$"第{s.Id.Round.Number}回の抽選の結果、残念ながら落選しました。", .. SharedLotTexts.Result(x.Shared),
                 NextRound.Sentence(edition, s.Id.Round.Number, e.At), .. ReferralTexts.Of(edition, s)]),
            CaseEvent.Excluded { Reason: Exclusion.Joined } => SharedLotTexts.GoesOnElsewhere(s),
            CaseEvent.Excluded { Reason: Exclusion.AnsweredByAnother } => SharedLotTexts.AnsweredByAnother(s),
            CaseEvent.Excluded { Reason: Exclusion.WonElsewhere } => SharedLotTexts.WonElsewhere(s),
            CaseEvent.Excluded x => ("抽選の対象になりませんでした", ["事前エントリーは抽選の対象になりませんでした。", Why(edition, x.Reason)]),
            CaseEvent.CompanyRegistered x => Received(edition, "企業情報の登録", x.Filing, Review(edition)),
            CaseEvent.ProjectRegistered x => Received(edition, "奨励金対象事業の登録", x.Filing,
                [$"登録した項目: {Items(edition, x.Project.Items)}", .. Track(edition, s)]),
            CaseEvent.ClaimSubmitted x => Received(edition, "支給申請", x.Filing, [$"申請した項目: {Items(edition, x.Claim.Items)}", .. Review(edition)]),
            CaseEvent.CorrectionAnswered x => Received(
                edition, $"補正({x.Number}回目)の回答", x.Filing, Review(edition)),
            CaseEvent.FilingRefused x => NotTaken(s, x),
            CaseEvent.CorrectionRequested x => ("書類の補正をお願いします",
                [.. x.Correction.Items.Select(i => $"{i.Subject}: {i.Reason}"), Explain(edition, s), Correction.Unanswered]),
            CaseEvent.CorrectionWithdrawn x => ("補正の依頼を取り下げました", [$"補正({x.Number}回目)の依頼を取り下げました。回答は不要です。"]),
            CaseEvent.EligibilityPassed => ("申請要件の審査を通過しました",
                [.. DecisionLetter.Head(null, e.At), "申請要件の審査の結果、通過を決定しました。",
                 "専門家の派遣を受け、期限までに奨励金対象事業を登録してください。", .. Visits(edition), Explain(edition, s), .. DecisionLetter.Foot(edition)]),
            CaseEvent.EligibilityFailed x =>
                ("申請要件の審査の結果(不通過)", [.. DecisionLetter.Head(x.Document, e.At), "申請要件の審査の結果、不通過を決定しました。", $"理由: {x.Reason}",
                 .. Appeal(edition), .. DecisionLetter.Foot(edition), .. ReferralTexts.Of(edition, s)]),
            CaseEvent.GrantDecided x => ("奨励金の支給を決定しました",
                [.. DecisionLetter.Head(x.Document, e.At), $"奨励金{GrantCalculation.Yen(x.Yen)}の支給を決定しました。", .. x.Explanation,
             .. (x.Refused ?? []).Select(r => $"承認しなかった項目: {Items(edition, [r.Item])}。理由: {r.Reason}"),
                 .. Appeal(edition), .. DecisionLetter.Foot(edition)]),
            CaseEvent.GrantRefused x =>
                ("奨励金の不支給を決定しました",
                [.. DecisionLetter.Head(x.Document, e.At), "審査の結果、不支給を決定しました。", $"理由: {x.Reason}",
                 .. Appeal(edition), .. DecisionLetter.Foot(edition), .. ReferralTexts.Of(edition, s)]),
            CaseEvent.Declined => ("辞退を受け付けました", ["辞退を受け付けました。この申請は終結しました。"]),
            CaseEvent.Retracted => ("撤回を受け付けました", ["申請の撤回を受け付けました。この申請は終結しました。"]),
            CaseEvent.Abandoned => ("中止を受け付けました", ["取組の中止を受け付けました。この申請は終結しました。"]),
            CaseEvent.CutoffExtended x => ("期限を延長しました",
                [$"「{What(s, x.Of)}」の期限を{JapaneseDate.Full(x.Date)}に延長しました。", $"理由: {x.Reason}"]),
            CaseEvent.ContactConfirmationAsked x => ("連絡先の変更を確認してください",
                [x.Confirmation.Side == ContactSide.Old
                ? "マイページから、別のEメールアドレスへの連絡先の変更が申し込まれました。"
                : "このEメールアドレスを、奨励金の連絡先とする変更が申し込まれました。",
             "下のリンクを開き、変更を確認してください。今のアドレスと新しいアドレスの両方で確認されると、変更されます。",
             "このリンクは7日間有効です。お心当たりがない場合は、何もしないでください。連絡先は変わりません。"]),
            CaseEvent.ContactChanged => ("連絡先を変更しました", ["連絡先を変更しました。今後の通知は、このEメールアドレスにお送りします。"]),
            CaseEvent.ContactReplaced => ("連絡先を変更しました",
                ["電話での確認により、事務局が連絡先を変更しました。今後の通知は、このEメールアドレスにお送りします。",
             "これまでにお送りしたリンクは使えなくなりました。下の新しいリンクをお使いください。"]),
            CaseEvent.FormerContactTold => ("連絡先が変更されました",
                ["電話での確認により、事務局が連絡先を変更しました。今後、このEメールアドレスには通知をお送りしません。",
             "お心当たりがない場合は、すぐに事務局へご連絡ください。"]),
            CaseEvent.ReminderFellDue x => Remind(edition, s, x),
            CaseEvent.Lapsed x => ("期限までに提出がなく、申請は終結しました",
                [$"「{What(s, x.In)}」の期限({JapaneseDate.Full(x.Deadline)})までに提出を確認できなかったため、この申請は終結しました。",
             "期限当日までの消印で郵送された場合は、事務局へご連絡ください。"]),
            CaseEvent.NoticeRepeated x => ($"(再送){x.Subject}",
                [$"{JapaneseDate.Full(x.OriginalAt)}にお送りした通知を、もう一度お送りします。", .. x.Paragraphs]),
            CaseEvent.MessageSent x => (x.Subject, x.Paragraphs),
            _ => throw new InvalidOperationException($"{e.GetType().Name} is not told to the company."),
        };

    private static (string, IReadOnlyList<string>) Remind(Edition edition, CaseState s, CaseEvent.ReminderFellDue x)
    {
        var what = What(s, x.Of);
        // Counted from when it leaves: after an outage a rung leaves later than its name says.
        var days = edition.Calendar.BusinessDaysBetween(JapanTime.DateOf(x.At), x.Deadline);
        var (head, sentence) = days == 0
            ? ("本日が期限です", $"「{what}」は本日が期限です。")
            : ($"期限まであと{days}営業日です", $"「{what}」の期限まであと{days}営業日です。");
        IReadOnlyList<string> how = x.Of == Step.Implementation
            ? [$"取組期限は{JapaneseDate.Full(x.Deadline)}です。取組の後、支給申請を行ってください。"]
            : [Explain(edition, s), "行き違いで提出済みの場合はご容赦ください。"];
        return ($"{what}: {head}", [sentence, .. how]);
    }

    private static string Prepare(Edition edition) =>
        $"準備する書類: {string.Join("、", edition.Filings.CompanyDocuments)}。期限までに用意できない書類は、後から補正で提出できます。";

    private static IEnumerable<string> Position(string? digest)
    {
        if (digest is not null)
            yield return $"受付一覧のダイジェスト(SHA-256): {digest}。貴社までのすべての受付から計算した値で、"
                + "後から順番や内容が変わると、この値と合わなくなります。";
    }

    private static IEnumerable<string> Track(Edition edition, CaseState s)
    {
        yield return $"取組期限は{JapaneseDate.Full(CaseSchedule.DateOf(edition, s, Step.Implementation)!.Value)}です。";
        yield return CaseSchedule.Of(edition, s, Step.Claim)!.Explanation;
    }

    private static (string, IReadOnlyList<string>) Received(
        Edition edition, string form, Filing filing, IReadOnlyList<string>? more = null)
    {
        var what = filing.Replaces is null ? form : $"{form}の差し替え";
        var how = filing.Receipt.Match(
            electronic => $"{what}を{JapaneseDate.Full(electronic.ReceivedAt)}に受け付けました。",
            post => $"{what}の書類(消印{JapaneseDate.Full(post.Postmark)}、到着{JapaneseDate.Full(post.Arrived)})を受け付けました。");
        var names = filing.Files.Where(f => f.Name != FilingPaper.FileName)
            .Select(f => DocumentSlots.NameOf(edition, f) is { } document ? $"{document}「{f.Name}」" : $"「{f.Name}」").ToList();
        var files = names.Count == 0
            ? "受領した書類: 申請の内容(添付の書類はありません)"
            : $"受領した書類: 申請の内容と、添付の書類{names.Count}件({string.Join("、", names)})";
        return (filing.Replaces is null ? $"{form}を受け付けました" : $"{form}の差し替えを受け付けました", [how, .. filing.Replaces is null ? Array.Empty<string>() : ["前に提出された内容は、この内容に差し替わりました。"], .. more ?? [], files,
             "書類の内容を確かめる値(ダイジェスト)は、マイページの受付票でご確認いただけます。"]);
    }

    private static (string, IReadOnlyList<string>) NotTaken(CaseState s, CaseEvent.FilingRefused x)
    {
        var what = What(s, x.Of);
        var how = x.Receipt.Match(
            electronic => $"{what}を{JapaneseDate.Full(electronic.ReceivedAt)}に受信しましたが、受理できませんでした。",
            post => $"{what}の書類(消印{JapaneseDate.Full(post.Postmark)}、到着{JapaneseDate.Full(post.Arrived)})が"
                + "届きましたが、受理できませんでした。");
        return ($"{what}を受理できませんでした", [how, $"理由: {x.Refusal.Text}", "ご不明な点は事務局へお問い合わせください。"]);
    }

    private static string[] Review(Edition edition) => edition.Letters.Review is { } text ? [text] : [];

    private static string[] Appeal(Edition edition) => edition.Letters.Appeal is { } text ? [text] : [];

    private static string[] Visits(Edition edition) => edition.Letters.Visits is { } text && edition.Visits.Required > 0
        ? [$"{text}派遣は{edition.Visits.Required}回です。"]
        : [];

    private static string Items(Edition edition, IEnumerable<int> items) =>
        string.Join("、", items.Select(n => edition.FindItem(n)!).Select(i => i.Label + i.Name));

    private static string What(CaseState s, Step step) =>
        s.Correction is { } c && c.Review == step ? "補正の回答" : CaseLabels.Of(step);

    private static string Explain(Edition edition, CaseState s) => CaseSchedule.Current(edition, s)?.Explanation ?? "";

    private static string Why(Edition edition, Exclusion reason) => reason switch
    {
        Exclusion.Duplicate => "理由: 同じ回に同じ企業の先のエントリーがあるため、先のエントリー1件のみを抽選の対象としました。",
        Exclusion.AlreadySelected => "理由: 以前の回で当選しているため。",
        Exclusion.TooManyEmployees => $"理由: 常時雇用する従業員数が{edition.Entry.MaximumEmployees}人を超えるため。",
        Exclusion.Joined or Exclusion.AnsweredByAnother or Exclusion.WonElsewhere =>
            throw new InvalidOperationException($"{reason} has a notice of its own."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown exclusion."),
    };
}
