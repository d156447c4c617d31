namespace Tedori.Programme.Payments;

/// <summary>Where the money of a grant stands: the accounts of the double entry (勘定). Names are storage format.</summary>
public enum LedgerAccount
{
    /// <summary>What the programme has to give (予算): the other side of all decisions.</summary>
    Budget,

    /// <summary>Decided, without an invoice that staff found right (支給決定済み・請求待ち).</summary>
    Decided,

    /// <summary>Invoiced and found right, in no list (請求確認済み).</summary>
    Invoiced,

    /// <summary>In a list that is open (一覧登載済み).</summary>
    Listed,

    /// <summary>The bank is told to transfer it (振込手配済み).</summary>
    Ordered,

    /// <summary>Transferred (振込済み).</summary>
    Paid,

    /// <summary>Paid and claimed back (返還請求中).</summary>
    Claimed,

    /// <summary>Paid and come back (返還済み).</summary>
    Refunded,

    /// <summary>Charges that came in (加算金等).</summary>
    Charges,

    /// <summary>The companies' side of charges: the other side of <see cref="Charges"/>.</summary>
    Companies,
}
