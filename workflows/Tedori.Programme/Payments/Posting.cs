namespace Tedori.Programme.Payments;

/// <summary>One entry of the ledger: yen that leave one account and come to another. Both sides are one record.</summary>
/// <param name="From">What it leaves.</param>
/// <param name="To">What it comes to.</param>
/// <param name="Yen">How many, at least 1.</param>
public readonly record struct Posting(LedgerAccount From, LedgerAccount To, long Yen);
