using NodaTime;

namespace Tedori.Programme.Post;

/// <summary>What one member of staff read on an envelope (消印の読み取り). Storage format.</summary>
/// <param name="By">Id of the member.</param>
/// <param name="Name">Name of the member.</param>
/// <param name="Postmark">The date read, Asia/Tokyo, or null where it is illegible (判読不能).</param>
/// <param name="At">When it was typed.</param>
public sealed record PostmarkReading(string By, string Name, LocalDate? Postmark, Instant At);
