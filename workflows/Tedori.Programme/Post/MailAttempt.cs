using NodaTime;

namespace Tedori.Programme.Post;

/// <summary>
/// A mail that came before the deadline and that two people judge to be an attempt to file (締切前の提出の試み). Storage format.
/// </summary>
/// <param name="Id">Id of the mail.</param>
/// <param name="ReceivedAt">When the mail was received: this instant, not that of any judgement, decides whether it is late.</param>
public sealed record MailAttempt(string Id, Instant ReceivedAt);
