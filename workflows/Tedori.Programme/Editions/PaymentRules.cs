namespace Tedori.Programme.Editions;

/// <summary>From the decision to the money, and back again (請求・支払・取消・返還), as the edition has it.</summary>
/// <param name="InvoiceBusinessDays">
/// Until how many business days after the decision, inclusive, the company may file its invoice (請求書); null where it may at
/// any time.
/// </param>
/// <param name="InvoiceReminders">
/// How many business days after the decision the company is reminded of its invoice, fewest first.
/// </param>
/// <param name="LeadBankDays">How many bank days after today, inclusive, a transfer may be dated at the earliest.</param>
/// <param name="AccountDays">
/// For how many days after the last movement of money the bank account of a company is kept; then it is dropped.
/// </param>
/// <param name="RefundBusinessDays">How many business days after the revocation the money is due back, inclusive.</param>
/// <param name="Charges">What is due on top of money that is claimed back.</param>
public sealed record PaymentRules(
    int? InvoiceBusinessDays,
    IReadOnlyList<int> InvoiceReminders,
    int LeadBankDays,
    int AccountDays,
    int RefundBusinessDays,
    ChargeRules Charges);

/// <summary>Charges on money that is claimed back (違約加算金・延滞金).</summary>
/// <param name="SurchargeBasisPoints">
/// Yearly rate of the surcharge in hundredths of a per cent, from the day of the payment to the day of the return, both
/// inclusive; 1095 is 10.95 %.
/// </param>
/// <param name="LateBasisPoints">
/// Yearly rate of the late charge in hundredths of a per cent, from the day after the due date to the day of the return, both
/// inclusive.
/// </param>
/// <param name="DaysOfYear">How many days a year has when days are counted; 365 also in leap years.</param>
/// <param name="UnitYen">Each charge is rounded down to a multiple of so many yen.</param>
public sealed record ChargeRules(int SurchargeBasisPoints, int LateBasisPoints, int DaysOfYear, int UnitYen);
