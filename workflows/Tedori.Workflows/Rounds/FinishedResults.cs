using Tedori.Programme;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Keeps the results of finished rounds as they were told first.</summary>
public sealed class FinishedResults(IRecords records)
{
    /// <summary>Keeps a result; where the round has one already, that one stays.</summary>
    /// <returns>Whether it was kept now.</returns>
    public async Task<bool> KeepAsync(FinishedResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        return (await records.CommitAsync(RoundRows.Finished(result.Round).Insert(result), cancellation)).Succeeded;
    }

    /// <summary>The result of a round as it was told first, or null where the round has not been finished yet.</summary>
    public async Task<FinishedResult?> FindAsync(RoundId round, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RoundRows.Finished(round), cancellation))?.Body;
}
