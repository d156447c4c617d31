using System.Diagnostics;
using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Programme.Calendar;

namespace Tedori.Season;

/// <summary>
/// When what was played is kept: whenever a month of the season is over, so that a season that was killed goes on no
/// earlier than the month that it told, and about once a second besides. The files of the folder are kept together, so
/// that none of them is ahead of the others.
/// </summary>
internal sealed class KeptSeason(SharedTransaction? shared)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private YearMonth month;
    private long latest = Stopwatch.GetTimestamp();

    /// <summary>Between two instants: all that was done so far may be kept.</summary>
    public void Pass(Instant next)
    {
        if (shared is null)
            return;
        var reached = JapanTime.DateOf(next).ToYearMonth();
        if (reached == month && Stopwatch.GetElapsedTime(latest) < Longest)
            return;
        month = reached;
        Keep();
    }

    /// <summary>Keeps all that was done so far.</summary>
    public void Keep()
    {
        shared?.Commit();
        latest = Stopwatch.GetTimestamp();
    }
}
