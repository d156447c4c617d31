using Tedori.Programme;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>What can be proposed, as forms name it.</summary>
/// <param name="Id">Value of the form's field.</param>
/// <param name="Name">In Japanese.</param>
/// <param name="OfCases">Whether it is about one case or several.</param>
/// <param name="Explanation">What follows once it is approved, in Japanese.</param>
public sealed record ProposalKind(string Id, string Name, bool OfCases, string Explanation)
{
    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<ProposalKind> All =
    [
        new("pass", "通過決定", true,
            "承認されると、通過の決定を企業に通知し、申請は奨励金対象事業の登録に進みます。確認表に未確認の行があるときは、行ごとに理由が必要です。"),
        new("fail", "不通過決定", true,
            "承認されると、不通過の決定を企業に通知し、申請は終結します。"),
        new("grant", "支給決定", true,
            "承認されると、支給の決定を企業に通知し、申請は終結します。支払は別に承認します。"),
        new("refuse", "不支給決定", true,
            "承認されると、不支給の決定を企業に通知し、申請は終結します。"),
        new("extend", "申請の期限の延長", true,
            "承認されると、入力した申請の期限を延長し、企業に通知します。"),
        new("pay", "支払の承認", true,
            "承認されると、支給額の支払を承認したことを記録します。振込は別の手続きです。"),
        new("revoke", "リンクの無効化", true,
            "承認されると、これまでに企業に送ったリンクは使えなくなります。新しいリンクは、企業が再送を求めたときか、通知を再送したときに届きます。"),
        new("contact", "連絡先の変更", false,
            "今までの連絡先に届かないときだけ、企業に電話で確認してから起案します。承認されると連絡先が変わり、これまでのリンクは使えなくなり、"
            + "新しい連絡先に新しいリンクを、今までのアドレスに変更したことを通知します。"),
        new("extendRound", "回の期限の延長", false,
            "承認されると、この回で対象となるすべての申請の期限を延長し、企業に通知します。"),
        new("moveWindow", "受付期間の延長", false,
            "承認されると、この回の事前エントリーの締切を延長し、ホームページとカレンダーで理由とともに公表します。延長できるのは、締切の24時間後まで、名簿を封印する前だけです。"
            + "承認を待つ間、名簿は封印しません(締切の24時間後まで)。承認の前に締切後として受け付けられなかったエントリーは、企業が改めて送るまで受付となりません。"),
        new("declareOutage", "システムの障害の届出", false,
            "承認されると、この間に電子申請の期限を迎える手続きは、障害の終わりまでに受信したものを期限内とし、ホームページとカレンダーで理由とともに公表します。"
            + "届け出られるのは、障害の終わりの24時間後までです。郵送の期限と事前エントリーの締切は変わりません。"),
        new("release", "抽選結果の公表", false,
            "承認されると、抽選の結果を公表し、すべての企業に通知します。"),
        new("drawAgain", "再抽選", false,
            "承認されると、新しい乱数を予告して、もう一度抽選します。前の抽選と理由は公表したままにします。"),
        new("announceThrow", "立会抽選の予告", false,
            "承認されると、次の抽選を立会抽選の出た目で決めることを公表します。予告は、名簿の封印か再抽選より前に行います。"),
        new("promote", "繰上当選", false,
            "承認されると、空いた予定社数の分だけ、抽選の順位に従って繰上当選とし、企業に通知します。"),
        new("carry", "予定社数の追加", false,
            "承認されると、前の回の空きをこの回の予定社数に加えます。締め切った回には加えられません。"),
        new("closedDay", "休日表の変更", false,
            "承認されると休日表が変わり、営業日で数える期限はその表で計算します。"),
        new("settleLot", "当選した企業の担当者の確認", false,
            "承認されると、選んだエントリーで当選の手続きを進め、同じ名簿番号のほかのエントリーは終結します。それぞれに通知します。"),
        new("joinEntries", "同一企業の判断", false,
            "承認されると、2件のエントリーを1件の抽選として扱うか、別々に扱うかが決まります。ほかの回で当選したエントリーとの間では、"
            + "この回の抽選と当選の対象とするかどうかが決まります。名簿の封印までに承認が必要です。"),
        new("filePost", "消印の認定", false,
            "承認されると、認定した消印の日付で郵便を受け付けます。"),
        new("judgeAttempt", "締切前の提出の認定", false,
            "承認されると、認めた場合はメールが届いた日時で提出を受け付け、認めない場合は理由を企業に通知します。"),
    ];

    /// <summary>Steps whose deadline can be moved.</summary>
    public static readonly IReadOnlyList<Step> Extendable =
    [
        Step.CompanyRegistration, Step.ProjectRegistration, Step.Implementation, Step.Claim, Step.EligibilityReview, Step.ClaimReview,
    ];

    /// <summary>Why a deadline is moved.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Causes =
        [("disaster", "災害のため"), ("outage", "システムの障害のため"), ("individual", "個別の事情のため")];

    /// <summary>The kind with this id, or null.</summary>
    public static ProposalKind? Find(string id) => All.FirstOrDefault(k => k.Id == id);
}
