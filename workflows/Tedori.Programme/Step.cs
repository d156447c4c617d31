namespace Tedori.Programme;

/// <summary>Where a case stands (段階). In order of the path; names are storage format.</summary>
public enum Step
{
    /// <summary>Entered, waiting for the draw (抽選待ち).</summary>
    AwaitingDraw,

    /// <summary>The company is to register itself (企業情報の登録).</summary>
    CompanyRegistration,

    /// <summary>Staff review the eligibility (申請要件の審査).</summary>
    EligibilityReview,

    /// <summary>The company is to register its items (奨励金対象事業の登録).</summary>
    ProjectRegistration,

    /// <summary>The company carries its items out (取組). It may claim at any time of it.</summary>
    Implementation,

    /// <summary>The implementation has ended; the company is to claim (支給申請).</summary>
    Claim,

    /// <summary>Staff review the claim (支給申請の審査).</summary>
    ClaimReview,

    /// <summary>The case has its outcome (終結).</summary>
    Closed,
}
