using NodaTime;

namespace Tedori.Workflows.Mail;

/// <summary>How far the mail server's reports were dropped. Storage format.</summary>
/// <param name="Through">The last date, Asia/Tokyo, whose reports are gone.</param>
public sealed record DroppedReports(LocalDate Through);
