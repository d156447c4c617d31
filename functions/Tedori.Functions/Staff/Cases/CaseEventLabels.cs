using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Grants;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Every event of a case in the office's words.</summary>
public static class CaseEventLabels
{
    private static readonly Dictionary<Type, string> Titles = new()
    {
        [typeof(CaseEvent.Entered)] = "事前エントリーを受け付け",
        [typeof(CaseEvent.EntryShared)] = "同じ企業の別のエントリーを通知",
        [typeof(CaseEvent.WindowMoved)] = "受付期間の延長を通知",
        [typeof(CaseEvent.ResultHeld)] = "当選、担当者を確認中",
        [typeof(CaseEvent.Won)] = "抽選の結果: 当選",
        [typeof(CaseEvent.Lost)] = "抽選の結果: 落選",
        [typeof(CaseEvent.Promoted)] = "繰上当選",
        [typeof(CaseEvent.Excluded)] = "抽選の対象外",
        [typeof(CaseEvent.CompanyRegistered)] = "企業情報の登録を受け付け",
        [typeof(CaseEvent.ReviewBegun)] = "審査を開始",
        [typeof(CaseEvent.CorrectionRequested)] = "補正を依頼",
        [typeof(CaseEvent.CorrectionAnswered)] = "補正の回答を受け付け",
        [typeof(CaseEvent.CorrectionWithdrawn)] = "補正の依頼を取下げ",
        [typeof(CaseEvent.EnvelopeRecorded)] = "郵便物の消印の確認を開始",
        [typeof(CaseEvent.EnvelopeSettled)] = "郵便物の消印の確認を終了",
        [typeof(CaseEvent.FilingRefused)] = "提出を不受理",
        [typeof(CaseEvent.EligibilityPassed)] = "申請要件の審査: 通過",
        [typeof(CaseEvent.EligibilityFailed)] = "申請要件の審査: 不通過",
        [typeof(CaseEvent.VisitRecorded)] = "専門家の派遣を記録",
        [typeof(CaseEvent.ProjectRegistered)] = "奨励金対象事業の登録を受け付け",
        [typeof(CaseEvent.ImplementationEnded)] = "取組期間が終了",
        [typeof(CaseEvent.ClaimSubmitted)] = "支給申請を受け付け",
        [typeof(CaseEvent.GrantDecided)] = "支給決定",
        [typeof(CaseEvent.GrantRefused)] = "不支給決定",
        [typeof(CaseEvent.PaymentReleased)] = "支払を承認",
        [typeof(CaseEvent.MoneyMoved)] = "請求・支払の手続き",
        [typeof(CaseEvent.NoticeRepeated)] = "通知を再送",
        [typeof(CaseEvent.MessageSent)] = "企業に連絡",
        [typeof(CaseEvent.MailFileTaken)] = "メールの添付を書類として受領",
        [typeof(CaseEvent.Declined)] = "辞退を受け付け",
        [typeof(CaseEvent.Retracted)] = "撤回を受け付け",
        [typeof(CaseEvent.Abandoned)] = "中止を受け付け",
        [typeof(CaseEvent.CutoffExtended)] = "期限を延長",
        [typeof(CaseEvent.ReminderFellDue)] = "リマインドの時期",
        [typeof(CaseEvent.Lapsed)] = "期限徒過により終結",
        [typeof(CaseEvent.Reinstated)] = "終結を取消し",
        [typeof(CaseEvent.ContactChangeRequested)] = "連絡先の変更の申出",
        [typeof(CaseEvent.ContactConfirmationAsked)] = "連絡先の変更の確認を依頼",
        [typeof(CaseEvent.ContactConfirmed)] = "連絡先の変更を確認",
        [typeof(CaseEvent.ContactChanged)] = "連絡先を変更",
        [typeof(CaseEvent.ContactReplaced)] = "事務局が連絡先を変更",
        [typeof(CaseEvent.FormerContactTold)] = "今までの連絡先に通知",
    };

    /// <summary>What happened, in a few words.</summary>
    /// <exception cref="ArgumentException">There are no words for such an event.</exception>
    public static string Title(CaseEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e is CaseEvent.MoneyMoved { What: var what } ? MoneyEventLabels.Title(what) : Title(e.GetType());
    }

    /// <summary>What such an event is called.</summary>
    /// <exception cref="ArgumentException">There are no words for such an event.</exception>
    public static string Title(Type type) => Titles.TryGetValue(type, out var title)
        ? title
        : throw new ArgumentException($"There are no words for {type.Name}.", nameof(type));

    /// <summary>The particulars, one a line; none where the title says all.</summary>
    public static IReadOnlyList<string> Details(Edition edition, CaseEvent e) => e switch
    {
        CaseEvent.Entered x => [$"受信 {JapaneseDate.Full(x.ReceivedAt)}"],
        CaseEvent.EnvelopeRecorded { Mail: true } => ["締切前に届いたメール"],
        CaseEvent.WindowMoved x => [$"新しい締切 {JapaneseDate.Full(x.Closes)}", $"理由: {x.Reason}"],
        CaseEvent.ResultHeld x => [$"順位 {x.Rank}"],
        CaseEvent.Won { RegisterBy: { } date } x => [$"順位 {x.Rank}、登録期限 {JapaneseDate.Full(date)}"],
        CaseEvent.Won x => [$"順位 {x.Rank}"],
        CaseEvent.Lost x => [$"順位 {x.Rank}"],
        CaseEvent.Promoted x => [$"順位 {x.Rank}、登録期限 {JapaneseDate.Full(x.RegisterBy)}、承認 {x.ApprovedBy}"],
        CaseEvent.Excluded x => [ExclusionLabels.Of(x.Reason)],
        CaseEvent.CompanyRegistered x => [Receipt(x.Filing)],
        CaseEvent.CorrectionRequested x => [$"{x.Correction.Number}回目、期限 {JapaneseDate.Full(x.Correction.Due)}",
            .. x.Correction.Items.Select(i => $"{i.Subject}: {i.Reason}")],
        CaseEvent.CorrectionAnswered x => [$"{x.Number}回目", Receipt(x.Filing)],
        CaseEvent.CorrectionWithdrawn x => [$"{x.Number}回目"],
        CaseEvent.FilingRefused x => [Receipt(x.Receipt), $"理由: {x.Refusal.Text}"],
        CaseEvent.EligibilityFailed x => [$"理由: {x.Reason}"],
        CaseEvent.VisitRecorded x => [$"{x.Number}回目、{JapaneseDate.Full(x.Date)}"],
        CaseEvent.ProjectRegistered x =>
            [Receipt(x.Filing), Items(edition, x.Project.Items), $"日程: {TrackLabels.Of(x.Project.Track)}"],
        CaseEvent.ImplementationEnded x => [$"最終日 {JapaneseDate.Full(x.LastDay)}"],
        CaseEvent.ClaimSubmitted x => [Receipt(x.Filing), Items(edition, x.Claim.Items), Persons(x.Claim.Persons)],
        CaseEvent.GrantDecided x => [$"支給額 {GrantCalculation.Yen(x.Yen)}", Items(edition, x.Approved.Items),
            Persons(x.Approved.Persons), .. x.Explanation,
            .. (x.Findings ?? []).Select(f => $"{edition.FindItem(f.Item)?.Label}の指摘を承認した理由: {f.Reason}")],
        CaseEvent.GrantRefused x => [$"理由: {x.Reason}"],
        CaseEvent.PaymentReleased x => [$"{GrantCalculation.Yen(x.Yen)}、起案 {x.ProposedBy}、承認 {x.ApprovedBy}"],
        CaseEvent.MoneyMoved x => MoneyEventLabels.Details(x.What),
        CaseEvent.MailFileTaken x => [Receipt(x, x.Filing), $"{x.By}が受領"],
        CaseEvent.MessageSent x => [x.Subject, $"{x.By}が連絡"],
        CaseEvent.NoticeRepeated x => [x.Subject, $"宛先 {x.To}、理由: {x.Reason}"],
        CaseEvent.Declined x => [$"理由: {x.Reason}"],
        CaseEvent.Retracted x => [$"理由: {x.Reason}"],
        CaseEvent.Abandoned x => [$"理由: {x.Reason}"],
        CaseEvent.CutoffExtended x =>
            [$"「{CaseLabels.Of(x.Of)}」を{JapaneseDate.Full(x.Date)}に延長、承認 {x.ApprovedBy}", $"理由: {x.Reason}"],
        CaseEvent.ReminderFellDue x =>
            [$"「{CaseLabels.Of(x.Of)}」の期限 {JapaneseDate.Full(x.Deadline)} の{x.BusinessDaysBefore}営業日前"],
        CaseEvent.Lapsed x => [$"「{CaseLabels.Of(x.In)}」の期限 {JapaneseDate.Full(x.Deadline)}"],
        CaseEvent.Reinstated x => [$"「{CaseLabels.Of(x.To)}」から再開"],
        CaseEvent.ContactChangeRequested x => [$"{x.Number}回目", Contact(x.Contact)],
        CaseEvent.ContactConfirmationAsked x => [Side(x.Confirmation)],
        CaseEvent.ContactConfirmed x => [Side(x.Confirmation)],
        CaseEvent.ContactChanged x => [Contact(x.Contact)],
        CaseEvent.ContactReplaced x =>
        [
            Contact(x.Contact),
            $"{JapaneseDate.Full(x.Check.On)}に{x.Check.Number}({x.Check.Source})へ電話し、{x.Check.Person}に確認",
            $"理由: {x.Reason}",
        ],
        CaseEvent.FormerContactTold x => [x.Former],
        _ => [],
    };

    /// <summary>How and when what an event took in reached the office: a file of a mail came by mail.</summary>
    public static string Receipt(CaseEvent e, Filing filing) =>
        e is CaseEvent.MailFileTaken ? Receipt(filing).Replace("電子申請", "メール", StringComparison.Ordinal) : Receipt(filing);

    /// <summary>How and when a filing reached the office.</summary>
    public static string Receipt(Filing filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        return $"{Receipt(filing.Receipt)}、書類{filing.Files.Count}件";
    }

    internal static string Receipt(Programme.Calendar.Receipt receipt) => receipt.Match(
        e => $"電子申請、受信 {JapaneseDate.Full(e.ReceivedAt)}",
        p => $"郵送({p.Kind}{(p.TrackingNumber is null ? "" : $" {p.TrackingNumber}")})、"
            + $"消印 {JapaneseDate.Full(p.Postmark)}、到着 {JapaneseDate.Full(p.Arrived)}");

    private static string Contact(Contact contact) => $"{contact.Name}、{contact.Email}、{contact.Phone}";

    private static string Side(ContactConfirmation confirmation) =>
        $"{confirmation.Number}回目、{(confirmation.Side == ContactSide.Old ? "今までのEメールアドレス" : "新しいEメールアドレス")}";

    private static string Items(Edition edition, IReadOnlyList<int> numbers) =>
        "項目: " + string.Join(
            "、", numbers.Select(n => edition.FindItem(n) is { } item ? $"{item.Label}{item.Name}" : $"{n}"));

    private static string Persons(int persons) => $"賃金を引き上げた人数: {persons}人";
}

/// <summary>Why an entry took no part in the draw, in Japanese.</summary>
public static class ExclusionLabels
{
    /// <summary>The reason in Japanese.</summary>
    public static string Of(Exclusion reason) => reason switch
    {
        Exclusion.Duplicate => "同じ回に先のエントリーがある",
        Exclusion.AlreadySelected => "過去の回で当選している",
        Exclusion.TooManyEmployees => "従業員数が上限を超える",
        Exclusion.Joined => "同じ企業の先のエントリーと1件として抽選し、そちらで手続きを進める",
        Exclusion.AnsweredByAnother => "担当者の確認の結果、同じ企業の別のエントリーで手続きを進める",
        Exclusion.WonElsewhere => "ほかの回ですでに当選しており、そちらで手続きを進める",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
