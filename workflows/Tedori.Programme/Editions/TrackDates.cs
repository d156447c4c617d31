using NodaTime;

namespace Tedori.Programme.Editions;

/// <summary>The two dates that depend on the track. Asia/Tokyo, inclusive.</summary>
/// <param name="Implementation">Last day of the implementation (取組期限).</param>
/// <param name="Claim">Deadline of the claim (支給申請の期限).</param>
public sealed record TrackDates(LocalDate Implementation, LocalDate Claim);
