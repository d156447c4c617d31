using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

// What is told in the golden files: what happened before, and the event.
public sealed partial class NoticeComposerTests
{
    private static readonly (string Title, CaseEvent[] Before, CaseEvent Event)[] Told =
    [
        ("事前エントリー", [], Story.Entered[0]),
        ("事前エントリー: 同じ企業の2件目", [], ((CaseEvent.Entered)Story.Entered[0]) with { Shared = true }),
        ("受付期間の延長", Story.Entered, new CaseEvent.WindowMoved(
            Tokyo.At("2025-05-23T18:30:00"), Tokyo.At("2025-05-23T20:00:00"), "通信障害のため")),
        ("同じ企業の別のエントリー", Story.Entered, new CaseEvent.EntryShared(Tokyo.At("2025-05-20T10:00:00"))),
        ("当選: 担当者の確認中", Story.Entered, new CaseEvent.ResultHeld(Tokyo.At("2025-06-03T10:00:00"), 7)),
        ("当選: 確認の後", Story.Entered, new CaseEvent.Won(
            Tokyo.At("2025-06-30T10:00:00"), 7, true, Tokyo.Day("2025-07-09"))),
        ("落選: 同じ企業の2件", Story.Entered, new CaseEvent.Lost(Tokyo.At("2025-06-03T10:00:00"), 141, true)),
        ("対象外: 先のエントリーで進める", Story.Entered, new CaseEvent.Excluded(Now, Exclusion.Joined)),
        ("対象外: 別のエントリーで進める", Story.Entered, new CaseEvent.Excluded(Now, Exclusion.AnsweredByAnother)),
        ("対象外: ほかの回の当選で進める", Story.Entered, new CaseEvent.Excluded(Now, Exclusion.WonElsewhere)),
        ("当選", Story.Entered, Story.Won[^1]),
        ("落選", Story.Entered, Story.Lost[^1]),
        ("対象外: 重複", Story.Entered, new CaseEvent.Excluded(Now, Exclusion.Duplicate)),
        ("対象外: 当選済み", Story.Entered, new CaseEvent.Excluded(Now, Exclusion.AlreadySelected)),
        ("対象外: 従業員数", Story.Entered, new CaseEvent.Excluded(Now, Exclusion.TooManyEmployees)),
        ("企業情報の登録(電子)", Story.Won, Story.Registered[^1]),
        ("企業情報の登録(郵送)", Story.Won,
            new CaseEvent.CompanyRegistered(Tokyo.At("2025-06-16T10:00:00"), Sample.Post("2025-06-12", "2025-06-16"))),
        ("不受理(電子)", Story.Won, Refused(Sample.Web("2025-06-12T17:00:00"))),
        ("不受理(郵送)", Story.Won, Refused(Sample.Post("2025-06-13", "2025-06-16"))),
        ("補正依頼", Story.Registered, Story.Asked[^1]),
        ("補正の督促", Story.Asked, new CaseEvent.ReminderFellDue(
            Tokyo.At("2025-06-27T09:00:00"), Step.EligibilityReview, Tokyo.Day("2025-07-01"), 2,
            "correction1-2025-07-01-b2")),
        ("補正の回答", Story.Asked,
            new CaseEvent.CorrectionAnswered(Tokyo.At("2025-06-30T10:00:00"), 1, Sample.Web("2025-06-30T10:00:00"))),
        ("補正の取下げ", Story.Asked, new CaseEvent.CorrectionWithdrawn(Tokyo.At("2025-06-30T10:00:00"), 1)),
        ("補正の期限の延長", Story.Asked, Extended("2025-07-01T10:00:00", Step.EligibilityReview, "2025-07-14")),
        ("補正の徒過", Story.Asked, Story.LapsedAsked[^1]),
        ("通過", Story.Registered, Story.Passed[^1]),
        ("不通過", Story.Registered, new CaseEvent.EligibilityFailed(Now, "都内に事業所がありません。")),
        ("督促: 2営業日前", Story.Passed, Reminded("2025-10-16T09:00:00", 2)),
        ("督促: 障害の後", Story.Passed, Reminded("2025-10-17T15:00:00", 2)),
        ("督促: 当日", Story.Passed, Reminded("2025-10-20T09:00:00", 0)),
        ("対象事業の登録: 賃上げなし", Story.Visited, Story.Planned[^1]),
        ("対象事業の登録: 賃上げあり", Story.Visited, Story.PlannedWage[^1]),
        ("取組期限の督促", Story.Planned, new CaseEvent.ReminderFellDue(
            Tokyo.At("2026-01-19T09:00:00"), Step.Implementation, Tokyo.Day("2026-01-19"), 0,
            "implementation-2026-01-19-b0")),
        ("支給申請", Story.Ended, Story.Claimed[^1]),
        ("支給決定", Story.Claimed, Story.Granted[^1]),
        ("支給決定: 支払の承認の後の再通知", [.. Story.Granted, new CaseEvent.PaymentReleased(Now, 200_000, "伊藤", "遠藤")],
            new CaseEvent.NoticeRepeated(
                Now, "paid", NoticeId.Parse("r7-01-00001.grantDecided.0010"), Now, "奨励金の支給を決定しました", ["説明です。"],
                Sample.Form.Email, "届いていないため", "伊藤")),
        ("不支給決定", Story.Claimed, new CaseEvent.GrantRefused(Now, "実施の記録がありません。")),
        ("辞退", Story.Won, new CaseEvent.Declined(Now, "都合")),
        ("撤回", Story.Passed, new CaseEvent.Retracted(Now, "都合")),
        ("中止", Story.Planned, new CaseEvent.Abandoned(Now, "都合")),
        ("期限の延長", Story.Won, Extended("2025-06-12T10:00:00", Step.CompanyRegistration, "2025-06-27")),
        ("再通知", Story.Won, new CaseEvent.NoticeRepeated(
            Tokyo.At("2025-06-10T11:00:00"), "again", Sample.WonNotice.Id, Sample.WonNotice.CausedAt,
            "抽選の結果、当選しました", Sample.WonNotice.Paragraphs, Sample.Form.Email, "届いていないため", "伊藤", null, Sample.WonNotice.Facts)),
        ("事務局からの連絡", Story.Won, new CaseEvent.MessageSent(
            Tokyo.At("2025-06-10T11:00:00"), "message", "お問い合わせへの回答",
            ["お問い合わせいただき、ありがとうございます。", "書類は、マイページから提出してください。"], "伊藤")),
        ("メールの添付の受領", Story.Registered, new CaseEvent.MailFileTaken(
            Tokyo.At("2025-06-20T11:00:00"), Step.EligibilityReview,
            new("mail-1", new Receipt.Electronic(Tokyo.At("2025-06-19T16:30:00")), [new("就業規則.pdf", 12_345, new('a', 64), "document-5")]),
            "20250619T073000000-0123456789abcdef", "伊藤")),
        ("連絡先の変更の確認", Story.ContactAsked[..^2], Story.ContactAsked[^2]),
        ("連絡先の変更", Story.Won, new CaseEvent.ContactChanged(Now, Contact.Of(Sample.Form))),
        ("連絡先の変更: 事務局による", Story.Won, new CaseEvent.ContactReplaced(
            Now, Contact.Of(Sample.Form), new("03-1234-5678", "エントリーの電話番号", "代表 次郎", Tokyo.Day("2025-06-02")), "退職", Sample.Two)),
        ("今までの連絡先への通知", Story.Won, new CaseEvent.FormerContactTold(Now, Sample.Form.Email)),
        ("期限徒過", Story.Won, Story.LapsedAtCompany[^1]),
        ("終結の取消し: 期限内の郵便", [.. Story.LapsedAtCompany, Reinstated("2025-06-25T10:00:00")],
            new CaseEvent.CompanyRegistered(Tokyo.At("2025-06-25T10:00:00"), Sample.Post("2025-06-12", "2025-06-25"))),
        ("終結の取消し: 期限の延長", [.. Story.LapsedAtCompany, Reinstated("2025-06-25T10:00:00")],
            Extended("2025-06-25T10:00:00", Step.CompanyRegistration, "2025-07-04")),
        ("支給決定: 文書番号と承認しなかった項目", Story.ClaimedWage, new CaseEvent.GrantDecided(
            Now, new([1, 15], 3), 460_000, ["合計により、支給額は460,000円です。"], "7東し企働第12号", [new(2, "実施の記録がありません。")])),
        ("専門家の派遣: 1回目", Story.Passed, Story.Visited[Story.Passed.Length]),
        ("専門家の派遣: 最後", Story.Visited[..^1], Story.Visited[^1]),
        ("取組の期間の終了: 賃上げなし", Story.Planned, Story.Ended[^1]),
        ("取組の期間の終了: 賃上げあり", Story.PlannedWage, Story.EndedWage[^1]),
        ("振込の手配", Story.Granted, new CaseEvent.PaymentReleased(Tokyo.At("2026-04-10T15:00:00"), 200_000, "伊藤", "遠藤")),
        .. MoneyStories.Told,
        ("企業情報の登録: 足りない書類", Story.Won, new CaseEvent.CompanyRegistered(Tokyo.At("2025-06-10T11:00:00"), Lacking("2025-06-10T11:00:00"))),
        ("企業情報の登録: 差し替え", Story.Registered, new CaseEvent.CompanyRegistered(
            Tokyo.At("2025-06-11T11:00:00"), Sample.Web("2025-06-11T11:00:00", "second") with { Replaces = "filing" })),
        ("企業情報の登録: 郵送で書き漏れ", Story.Won, new CaseEvent.CompanyRegistered(
            Tokyo.At("2025-06-16T10:00:00"),
            Sample.Post("2025-06-12", "2025-06-16") with { Gaps = [new("設立の年月日", "設立の年月日を記入してください。")] })),
        ("再送", Story.Won, new CaseEvent.NoticeRepeated(
            Now, "key", NoticeId.Parse("r7-01-00001.resultWon.0002"), Tokyo.At("2025-06-03T10:00:00"), "抽選の結果、当選しました",
            ["第1回の抽選の結果、当選しました。"], Sample.Form.Email, "届かないとの連絡", "伊藤")),
    ];

    private static Filing Lacking(string at) =>
        Sample.Web(at) with { Files = [Sample.File("概要.pdf") with { Slot = Programme.Filings.DocumentSlots.OfCompany(0) }] };

    private static CaseEvent.FilingRefused Refused(Filing filing)
    {
        var at = Tokyo.At("2025-06-16T10:00:00");
        var state = CaseEvolution.Fold(Story.Won);
        var refused = (Decision.Refused)CaseDecider.Decide(
            Sample.R7, state, new CaseCommand.RegisterCompany(at, filing));
        return (CaseEvent.FilingRefused)((Decision.Accepted)CaseDecider.Decide(
            Sample.R7, state,
            new CaseCommand.RecordRefusal(at, Step.CompanyRegistration, filing, refused.Refusal))).Events.Single();
    }

    private static CaseEvent.ReminderFellDue Reminded(string at, int days) =>
        new(Tokyo.At(at), Step.ProjectRegistration, Tokyo.Day("2025-10-20"), days,
            $"projectRegistration-2025-10-20-b{days}");

    private static CaseEvent.Reinstated Reinstated(string at) => new(Tokyo.At(at), Step.CompanyRegistration);

    private static CaseEvent.CutoffExtended Extended(string at, Step step, string date) =>
        new(Tokyo.At(at), step, Tokyo.Day(date), "大雨のため", "承認者");
}
