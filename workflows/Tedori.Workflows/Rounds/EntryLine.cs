using System.Collections.Concurrent;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// One line per round for whoever replaces its counter in this process. The counter's version alone keeps the list right, also
/// between processes; but of thousands that meet in the last second, each would lose to all the others in turn.
/// </summary>
public sealed class EntryLine : IDisposable
{
    private readonly ConcurrentDictionary<RoundId, SemaphoreSlim> lines = new();

    /// <summary>Does the work when it is its turn.</summary>
    public async Task<T> InTurnAsync<T>(RoundId round, Func<Task<T>> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var line = lines.GetOrAdd(round, _ => new SemaphoreSlim(1, 1));
        await line.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            line.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var line in lines.Values)
            line.Dispose();
    }
}
