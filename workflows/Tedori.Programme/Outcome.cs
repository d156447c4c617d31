namespace Tedori.Programme;

/// <summary>How a case ended. Names are storage format.</summary>
public enum Outcome
{
    /// <summary>Not drawn (落選).</summary>
    Lost,

    /// <summary>Took no part in the draw (抽選対象外).</summary>
    Excluded,

    /// <summary>The company declined before the eligibility decision (辞退).</summary>
    Declined,

    /// <summary>The company retracted after the eligibility decision (撤回).</summary>
    Retracted,

    /// <summary>The company abandoned the work (中止).</summary>
    Abandoned,

    /// <summary>A deadline passed without a filing (期限徒過).</summary>
    Lapsed,

    /// <summary>The eligibility review failed (不通過).</summary>
    Ineligible,

    /// <summary>The grant was decided (支給決定).</summary>
    Granted,

    /// <summary>The grant was refused (不支給決定).</summary>
    Refused,
}
