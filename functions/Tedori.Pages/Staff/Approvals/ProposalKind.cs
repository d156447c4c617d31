using Tedori.Programme.Cases;

namespace Tedori.Pages.Staff.Approvals;

/// <summary>What can be proposed, as forms name it.</summary>
/// <param name="Id">Value of the form's field.</param>
/// <param name="Name">In Japanese.</param>
/// <param name="OfCases">Whether it is about one case or several.</param>
public sealed record ProposalKind(string Id, string Name, bool OfCases)
{
    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<ProposalKind> All =
    [
        new("fail", "不通過決定", true),
        new("grant", "支給決定", true),
        new("refuse", "不支給決定", true),
        new("extend", "申請の期限の延長", true),
        new("pay", "支払の承認", true),
        new("revoke", "リンクの無効化", true),
        new("extendRound", "回の期限の延長", false),
        new("release", "抽選結果の公表", false),
        new("drawAgain", "再抽選", false),
        new("announceThrow", "立会抽選の予告", false),
        new("promote", "繰上当選", false),
        new("carry", "予定社数の追加", false),
        new("closedDay", "休日表の変更", false),
        new("filePost", "消印の認定", false),
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
