using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Makes sure that no value decides two draws, whatever round or edition they are of.</summary>
public sealed class FreshValues(IRecords records)
{
    private const string Partition = "randomness";

    /// <summary>Takes a value for a draw; false where another draw has it. Taking it again is a no-op.</summary>
    public async Task<bool> TakeAsync(
        RoundId round, int draw, BeaconValue value, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var owner = $"{round}.{draw}";
        var key = value.Randomness.ToString();
        var write = new Write.Insert(key, TedoriJson.Write(owner));
        if ((await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation)).Succeeded)
            return true;
        var row = await records.ReadAsync(RecordSet.Office, Partition, key, cancellation);
        return row!.Read<string>() == owner;
    }
}
