using NodaTime;

namespace Tedori.Programme.Grants;

/// <summary>The rest between shifts (勤務間インターバル) as one occupation is to have it.</summary>
/// <param name="Occupation">Name of the occupation (職種), or 全職種.</param>
/// <param name="RestMinutes">The rest to be introduced, in minutes. Commuting time counts inside it.</param>
/// <param name="ExistingMinutes">The rest that exists already, in minutes, or null where there is none.</param>
/// <param name="Overlap">What happens when the rest runs into the next shift.</param>
/// <param name="Start">The usual start of work, Asia/Tokyo.</param>
/// <param name="OvertimeEnds">
/// The hour after which overtime is forbidden; needed with <see cref="OverlapRule.OvertimeBan"/> only.
/// </param>
public sealed record RestSchedule(
    string Occupation, int RestMinutes, int? ExistingMinutes, OverlapRule Overlap, LocalTime Start,
    LocalTime? OvertimeEnds);
