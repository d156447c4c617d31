using NodaTime;

namespace Tedori.Programme.Alarms;

/// <summary>
/// When mail last went which way: instants, each of which stands for what happened in the ten minutes around it.
/// </summary>
/// <param name="Taken">The mail server took a mail and reports later what becomes of it.</param>
/// <param name="Delivered">It reported a delivery, or took a mail after it had taken none and needs report nothing.</param>
/// <param name="Returned">It reported that a mail came back, or was not sent.</param>
/// <param name="Failed">It did not take a mail, or did not answer.</param>
public sealed record MailFlow(
    IReadOnlyList<Instant> Taken, IReadOnlyList<Instant> Delivered, IReadOnlyList<Instant> Returned,
    IReadOnlyList<Instant> Failed)
{
    /// <summary>No mail at all.</summary>
    public static readonly MailFlow None = new([], [], [], []);
}
