using NodaTime;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Mails;

/// <summary>The mails that came in.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Unfiled">Those filed with no case of which something is left to do, the oldest first.</param>
/// <param name="Month">All of the month, the newest first.</param>
/// <param name="Shown">Any day of the month, UTC.</param>
/// <param name="IsLatest">Whether it is the present month.</param>
public sealed record MailListModel(
    StaffMember Member, IReadOnlyList<InboundLine> Unfiled, IReadOnlyList<InboundLine> Month, LocalDate Shown, bool IsLatest);
