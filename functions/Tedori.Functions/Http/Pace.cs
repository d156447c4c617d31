namespace Tedori.Functions.Http;

/// <summary>
/// How often something may happen for each of many subjects: so many times at once, then once in every interval. What
/// it remembers is bounded; where there is no room, the subjects that are nearest to being free are forgotten.
/// </summary>
/// <param name="burst">How many times at once, at least 1.</param>
/// <param name="interval">How long it takes until one more is admitted.</param>
/// <param name="most">How many subjects are remembered, at least 1.</param>
/// <param name="time">Counts real time; the system's clock may be virtual.</param>
public sealed class Pace(int burst, TimeSpan interval, int most, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();

    // By when all that was admitted is made up for.
    private readonly Dictionary<string, TimeSpan> ends = new(StringComparer.Ordinal);

    /// <summary>How many subjects are remembered now.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
                return ends.Count;
        }
    }

    /// <summary>Counts one more for a subject.</summary>
    /// <param name="subject">What is counted.</param>
    /// <param name="wait">How long until one more is admitted; zero where this one is.</param>
    /// <returns>Whether it is admitted. One that is not is not counted.</returns>
    public bool Admit(string subject, out TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(subject);
        lock (gate)
        {
            var now = time.GetElapsedTime(start);
            var known = ends.TryGetValue(subject, out var end);
            if (!known || end < now)
                end = now;
            wait = end - now - (interval * (burst - 1));
            if (wait > TimeSpan.Zero)
                return false;
            wait = TimeSpan.Zero;
            if (!known && ends.Count >= most)
                Forget(now);
            ends[subject] = end + interval;
            return true;
        }
    }

    // A quarter at once, so that a flood of subjects does not look through all of them each time.
    private void Forget(TimeSpan now)
    {
        var keep = most - Math.Max(1, most / 4);
        var gone = ends.OrderByDescending(e => e.Value).Where((e, place) => place >= keep || e.Value <= now);
        foreach (var subject in gone.Select(e => e.Key).ToList())
            ends.Remove(subject);
    }
}
