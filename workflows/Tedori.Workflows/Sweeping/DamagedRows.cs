using System.Runtime.ExceptionServices;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// What a sweep met that cannot be read. One damaged row must not hold the deadlines and the mail of all others back: the
/// sweep goes on without it and fails with it at its end, so that it is seen.
/// </summary>
internal sealed class DamagedRows
{
    private ExceptionDispatchInfo? first;

    /// <summary>Does a part of the sweep; where it meets a damaged row, that is kept and nothing is counted.</summary>
    public async Task<SweepReport> PassAsync(Func<Task<SweepReport>> part)
    {
        try
        {
            return await part();
        }
        catch (DamagedRowException e)
        {
            first ??= ExceptionDispatchInfo.Capture(e);
            return new(0, 0, 0, 0, 0);
        }
    }

    /// <exception cref="DamagedRowException">The first that was met, if any was.</exception>
    public void ThrowIfAny() => first?.Throw();
}
