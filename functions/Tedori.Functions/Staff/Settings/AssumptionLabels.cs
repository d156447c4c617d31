using System.Globalization;
using System.Text.RegularExpressions;
using Tedori.Functions.Mail;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Staff.Settings;

/// <summary>What a programme file assumes, in the words of the office: neither paths nor codes of the file.</summary>
public static partial class AssumptionLabels
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["hours.opens"] = "電子申請を受け付け始める時刻",
        ["hours.closes"] = "電子申請を締め切る時刻",
        ["rounds"] = "回の日程",
        ["groups"] = "区分の単価と上限",
        ["items"] = "取組の項目",
        ["grant.ceilingYen"] = "支給額の上限",
        ["grant.minimumItems"] = "必要な項目の数",
        ["grant.afterGrant"] = "支給決定の後の手続き",
        ["entry.maximumEmployees"] = "常時雇用する従業員の上限",
        ["entry.winnersMayEnterAgain"] = "当選した企業の再度のエントリー",
        ["entry.promotionBusinessDays"] = "繰上当選の登録期間(営業日)",
        ["entry.redraws"] = "再抽選の上限(回)",
        ["entry.variants"] = "同じ字とみなす字",
        ["windows.resultNoticeBusinessDays"] = "結果通知までの営業日",
        ["windows.publishAt"] = "結果を公表する時刻",
        ["windows.postalSettlementBusinessDays"] = "郵便の到着を待つ営業日",
        ["windows.correctionBusinessDays"] = "補正の期間(営業日)",
        ["windows.reminderBusinessDays"] = "お知らせを送る日(期限の営業日前)",
        ["windows.reminderAt"] = "お知らせを送る時刻",
        ["windows.drain"] = "締切の後に保存を待つ時間",
        ["windows.beaconDelay"] = "封印から抽選の乱数までの時間",
        ["windows.deliveryTimeout"] = "配信の結果を待つ時間",
        ["windows.mailEventDays"] = "配信の報告を残す日数",
        ["windows.attemptBusinessDays"] = "締切前に届いたメールを提出の試みとして登録できる期間",
        ["filings.companyDocuments"] = "企業情報の登録の書類",
        ["filings.companyDeclarations"] = "企業情報の登録の確認事項",
        ["filings.claimDocuments"] = "支給申請の書類",
        ["filings.wageDocuments"] = "賃金引上げの書類",
        ["filings.claimDeclarations"] = "支給申請の確認事項",
        ["filings.restItem"] = "勤務間インターバルの項目",
        ["filings.restScheme"] = "勤務間インターバルの制度",
        ["filings.fourDayScheme"] = "選択的週休3日制の制度",
        ["filings.maximumDayHours"] = "1日の労働時間の上限",
        ["filings.maximumWeekHours"] = "週の平均労働時間の上限",
        ["filings.minimumRestHours"] = "休息時間の下限",
        ["filings.minimumRaiseYen"] = "1時間当たりの賃上げ額の下限",
        ["filings.raiseExceedsRegularStep"] = "定期昇給を賃上げ額から除く",
        ["filings.itemDatesInPeriod"] = "取組の期間外の制度と賃上げを除く",
        ["visits.required"] = "専門家派遣の必要な回数",
        ["phrases"] = "企業への連絡の定型文",
        ["reasons"] = "不通過・不支給の理由",
        ["documents.prefix"] = "文書番号の文字",
        ["secondPerson.alone"] = "1人で行える処理",
        ["contact"] = "事務局の連絡先",
        ["letters.appeal"] = "決定の通知の教示",
        ["letters.review"] = "審査にかかる期間の目安",
        ["letters.visits"] = "専門家派遣の日程の決め方",
        ["payment.invoiceBusinessDays"] = "奨励金の請求の期限(決定の後の営業日)",
        ["payment.invoiceReminders"] = "奨励金の請求のお知らせを送る日(決定の後の営業日)",
        ["payment.leadBankDays"] = "振込指定日までの最短の銀行営業日",
        ["payment.accountDays"] = "振込先の口座を残す日数",
        ["payment.refundBusinessDays"] = "返還の期限(取消しの後の営業日)",
        ["payment.charges.surchargeBasisPoints"] = "違約加算金の年率(1万分の1)",
        ["payment.charges.lateBasisPoints"] = "延滞金の年率(1万分の1)",
        ["payment.charges.daysOfYear"] = "加算金等の1年の日数",
        ["payment.charges.unitYen"] = "加算金等の端数を切り捨てる単位(円)",
        ["openData.smallestCell"] = "オープンデータで秘匿しない最小の数",
        ["closedDays.office"] = "事務局の年末年始の休業日",
        ["closedDays.banks"] = "銀行の年末年始の休業日",
    };

    /// <summary>What is assumed; where a later version of the file names something else, its path.</summary>
    public static string NameOf(Assumption assumption)
    {
        ArgumentNullException.ThrowIfNull(assumption);
        return Condition().Match(assumption.Path) is { Success: true } condition
            ? $"申請要件({int.Parse(condition.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) + 1})"
            : Names.GetValueOrDefault(assumption.Path, assumption.Path);
    }

    /// <summary>Its value.</summary>
    public static string ValueOf(Edition edition, Assumption assumption)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(assumption);
        return assumption.Path switch
        {
            "phrases" => $"{edition.Phrases.Count}件({string.Join("、", edition.Phrases.Select(p => p.Title))})",
            "reasons" => $"{edition.Reasons.Count}件(下の表)",
            "rounds" => $"{edition.Rounds.Count}回の日程",
            "groups" => $"{edition.Groups.Count}区分",
            "items" => $"{edition.Items.Count}項目",
            "contact" => string.Join("、", [.. Contact(edition)]),
            _ => Written(assumption.Value),
        };
    }

    private static IEnumerable<string> Contact(Edition edition)
    {
        var signature = MailSignature.Of(edition);
        return new[] { signature.Office }.Concat(signature.Contact)
            .Concat(edition.Contact?.Signatory is { } signatory ? [$"発信者 {signatory}"] : []);
    }

    private static string Written(string value) => value switch
    {
        "" => "ありません",
        "true" => "はい",
        "false" => "いいえ",
        // A table, which stands in the file.
        _ when value.StartsWith('{') => "制度ファイルの表のとおり",
        _ when Time().Match(value) is { Success: true } time => string.Concat(
            Piece(time, "d", "日"), Piece(time, "h", "時間"), Piece(time, "m", "分")),
        _ when Days().Match(value) is { Success: true } days =>
            $"{Number(days, "m1")}月{Number(days, "d1")}日から{Number(days, "m2")}月{Number(days, "d2")}日まで",
        _ => value,
    };

    private static string Piece(Match match, string group, string unit) =>
        match.Groups[group].Success ? $"{Number(match, group)}{unit}" : "";

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Aentry\.conditions\[(?<n>\d{1,3})\]\.text\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\AP((?<d>\d+)D)?(T((?<h>\d+)H)?((?<m>\d+)M)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"\A(?<m1>\d\d)-(?<d1>\d\d)/(?<m2>\d\d)-(?<d2>\d\d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Days();
}
