using System.Security.Cryptography;

namespace Tedori.Workflows.Records;

/// <summary>
/// How long whoever lost a commit to another writer waits before the next try. Any length up to a bound that doubles
/// with every try is as likely as any other (full jitter), so that those who met once do not meet again. The first
/// conflict waits for nothing: most often there was only one other writer.
/// </summary>
/// <param name="Time">
/// Counts real time: the writers are other threads and processes, whatever the clock of the office says.
/// </param>
/// <param name="First">The bound after the second conflict.</param>
/// <param name="Longest">The bound never grows beyond this.</param>
public sealed record Backoff(TimeProvider Time, TimeSpan First, TimeSpan Longest)
{
    private const int Parts = 1 << 16;

    /// <summary>Waits for nothing.</summary>
    public static readonly Backoff None = new(null!, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Throws the dice: from 0 up to 1, both possible. Decides nothing but how long somebody waits.</summary>
    public Func<double> Chance { get; init; } = () => RandomNumberGenerator.GetInt32(Parts + 1) / (double)Parts;

    /// <summary>The longest wait after so many conflicts.</summary>
    public TimeSpan BoundAfter(int conflicts)
    {
        if (conflicts < 2)
            return TimeSpan.Zero;
        var bound = First * Math.Pow(2, Math.Min(conflicts - 2, 30));
        return bound < Longest ? bound : Longest;
    }

    /// <summary>Waits after so many conflicts, 0 before the first try.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before or meanwhile.</exception>
    public Task WaitAsync(int conflicts, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var wait = BoundAfter(conflicts) * Chance();
        return wait > TimeSpan.Zero ? Task.Delay(wait, Time, cancellation) : Task.CompletedTask;
    }
}
