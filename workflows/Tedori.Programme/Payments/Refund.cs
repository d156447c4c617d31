using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>Money that came back.</summary>
/// <param name="Key">Key of the request that booked it.</param>
/// <param name="On">When it was received, Asia/Tokyo.</param>
/// <param name="Principal">How much of it returns what was paid, in yen.</param>
/// <param name="Charges">How much of it pays charges, in yen.</param>
public sealed record Refund(string Key, LocalDate On, long Principal, long Charges);
