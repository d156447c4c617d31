namespace Tedori.Programme.Filings;

/// <summary>The forms that a company files online. Names are storage format.</summary>
public enum FormKind
{
    /// <summary>Company registration (企業情報の登録).</summary>
    Company,

    /// <summary>Project registration (奨励金対象事業の登録).</summary>
    Project,

    /// <summary>Claim (支給申請).</summary>
    Claim,

    /// <summary>Answer to a correction (補正の回答).</summary>
    Correction,
}
