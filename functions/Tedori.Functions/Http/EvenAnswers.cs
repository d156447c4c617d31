namespace Tedori.Functions.Http;

/// <summary>
/// Answers that take equally long whatever was found, so that nobody can tell from the time whether there was something.
/// </summary>
public static class EvenAnswers
{
    /// <summary>Waits until a whole number of steps has passed since a timestamp, at least one.</summary>
    /// <param name="time">Real time.</param>
    /// <param name="started">When the work began, by its timestamp.</param>
    /// <param name="step">Longer than the work takes, as a rule.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task EvenOutAsync(
        this TimeProvider time, long started, TimeSpan step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        var passed = time.GetElapsedTime(started);
        var steps = Math.Max(1, (long)Math.Ceiling(passed / step));
        return Task.Delay((step * steps) - passed, time, cancellation);
    }
}
