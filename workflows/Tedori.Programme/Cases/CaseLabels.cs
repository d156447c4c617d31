namespace Tedori.Programme.Cases;

/// <summary>The programme's own words for steps and outcomes.</summary>
public static class CaseLabels
{
    /// <summary>The step in Japanese.</summary>
    public static string Of(Step step) => step switch
    {
        Step.AwaitingDraw => "抽選待ち",
        Step.CompanyRegistration => "企業情報の登録",
        Step.EligibilityReview => "申請要件の審査",
        Step.ProjectRegistration => "奨励金対象事業の登録",
        Step.Implementation => "取組の実施",
        Step.Claim => "支給申請",
        Step.ClaimReview => "支給申請の審査",
        Step.Closed => "終結",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    /// <summary>The outcome in Japanese.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Lost => "落選",
        Outcome.Excluded => "抽選対象外",
        Outcome.Declined => "辞退",
        Outcome.Retracted => "撤回",
        Outcome.Abandoned => "中止",
        Outcome.Lapsed => "期限徒過",
        Outcome.Ineligible => "不通過",
        Outcome.Granted => "支給決定",
        Outcome.Refused => "不支給決定",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}
