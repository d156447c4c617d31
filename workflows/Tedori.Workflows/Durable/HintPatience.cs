namespace Tedori.Workflows.Durable;

/// <summary>
/// How long whoever committed waits for a hint. What takes longer goes on by itself, so that a company is answered
/// though the back end is away; the sweeper mends what never arrives.
/// </summary>
/// <param name="Time">Counts real time.</param>
/// <param name="Bound">The longest wait; <see cref="Timeout.InfiniteTimeSpan"/> where there is none.</param>
public sealed record HintPatience(TimeProvider Time, TimeSpan Bound)
{
    /// <summary>How long a company waits at most for what only wakes an orchestration.</summary>
    public static readonly TimeSpan OfAnswers = TimeSpan.FromSeconds(1);

    /// <summary>At most one second.</summary>
    /// <param name="time">Counts real time.</param>
    public HintPatience(TimeProvider time)
        : this(time, OfAnswers)
    {
    }
}
