namespace Tedori.Programme.Payments;

/// <summary>The invoice of a company (奨励金請求) as it stands: of several the newest.</summary>
/// <param name="Number">Its number within the case, from 1.</param>
/// <param name="Account">What recognises its account.</param>
/// <param name="Stage">How far it is.</param>
public sealed record Invoice(int Number, AccountRef Account, InvoiceStage Stage);

/// <summary>How far an invoice is. Names are storage format.</summary>
public enum InvoiceStage
{
    /// <summary>It waits for staff to look at it (確認待ち).</summary>
    Filed,

    /// <summary>Staff sent it back (差戻し).</summary>
    Returned,

    /// <summary>Staff found it right (確認済み).</summary>
    Confirmed,

    /// <summary>It led to a transfer that failed, or its grant was revoked in part: another is needed (再請求).</summary>
    Void,
}
