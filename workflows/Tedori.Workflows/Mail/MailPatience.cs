using NodaTime;

namespace Tedori.Workflows.Mail;

/// <summary>How long a hand-over that was not answered is waited for.</summary>
/// <param name="Report">
/// For a report of the server that it took it, from the beginning of the hand-over, before it is handed over again.
/// </param>
public sealed record MailPatience(Duration Report)
{
    /// <summary>An hour: reports come within seconds, and of a posting that failed again within minutes.</summary>
    public static readonly MailPatience Default = new(Duration.FromHours(1));
}
