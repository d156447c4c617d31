namespace Tedori.Programme.Grants;

/// <summary>One person of the wage item (⑮), named by employee number only.</summary>
/// <param name="Employee">Employee number (社員番号).</param>
/// <param name="BeforeYen">
/// Pay before the raise in yen: a month without commuting, family and attendance allowances, overtime and bonuses, or
/// an hour where <paramref name="MonthlyHours"/> is null.
/// </param>
/// <param name="AfterYen">The same after the raise.</param>
/// <param name="MonthlyHours">
/// Scheduled hours a month (annual scheduled days × daily hours ÷ 12) in hundredths of an hour, or null for hourly pay.
/// </param>
/// <param name="RegularStepYen">
/// Regular pay step (定期昇給) within the raise, in yen, a month or an hour as the pay is.
/// </param>
public sealed record WageLine(string Employee, long BeforeYen, long AfterYen, int? MonthlyHours, long RegularStepYen);
