using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Programmes;

namespace Tedori.Programme.Entries;

/// <summary>When a round takes entries: half-open on the time of receipt (guideline 1(4)(ア)).</summary>
/// <param name="Opens">First instant that counts (inclusive).</param>
/// <param name="Closes">First instant that is too late (exclusive end).</param>
public sealed record EntryWindow(Instant Opens, Instant Closes)
{
    /// <summary>The window of a round.</summary>
    public static EntryWindow Of(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        return new(
            JapanTime.At(round.EntryOpens, edition.Hours.Opens),
            JapanTime.At(round.EntryCloses, edition.Hours.Closes));
    }

    /// <summary>Whether an entry received at this instant counts.</summary>
    public bool Admits(Instant receivedAt) => receivedAt >= Opens && receivedAt < Closes;
}
