using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Makes sure that no value decides two draws, whatever round or edition they are of.</summary>
public sealed class FreshValues(IRecords records)
{
    private static readonly RowPartition Values = new(RecordSet.Office, "randomness");

    /// <summary>Takes a value for a draw; false where another draw has it. Taking it again is a no-op.</summary>
    public async Task<bool> TakeAsync(
        RoundId round, int draw, BeaconValue value, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var owner = $"{round}.{draw}";
        var key = Values.Row<string>(value.Randomness.ToString());
        return await records.ChangeAsync(key, taken => taken ?? owner, cancellation) == owner;
    }
}
