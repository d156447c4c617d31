using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>When a round has something to do.</summary>
public static class RoundSchedule
{
    /// <summary>When the round's current phase ends by itself, or null where it has no more to do.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The round.</param>
    public static Instant? NextDue(Edition edition, RoundState state)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        var round = edition.Round(state.Id.Number);
        var window = EntryWindow.Of(edition, round);
        return state.Phase switch
        {
            RoundPhase.Scheduled => window.Opens,
            RoundPhase.Open => window.Closes + edition.Windows.Drain,
            RoundPhase.Sealed => state.BeaconDue,
            RoundPhase.Drawn => ReleaseAtLatest(edition, round),
            RoundPhase.Released => state.ReleasedAt,
            RoundPhase.Published => null,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state.Phase, "Unknown phase."),
        };
    }

    /// <summary>
    /// When the result goes out even if nobody released it: on the last business day for result notices, counted from the
    /// last day as written, also where the window was moved.
    /// </summary>
    public static Instant ReleaseAtLatest(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        var last = edition.ResultDue(round);
        return JapanTime.At(last, edition.Windows.PublishAt);
    }
}
