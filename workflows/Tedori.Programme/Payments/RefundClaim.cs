using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>What is claimed back after a revocation (返還請求). Storage format.</summary>
/// <param name="Principal">What was paid and is claimed back, in yen.</param>
/// <param name="PaidOn">When it was paid, Asia/Tokyo: the surcharge counts from this day, inclusive.</param>
/// <param name="Due">Last day, inclusive, on which its return is not late, Asia/Tokyo.</param>
public sealed record RefundClaim(long Principal, LocalDate PaidOn, LocalDate Due);
