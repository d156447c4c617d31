using Tedori.Programme.Serialization;

namespace Tedori.Cli.Costs;

/// <summary>Counted operations. A test counts them anew over the same season and compares.</summary>
/// <param name="EntriesPerRound">Size of the season that was counted.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Applications">Its applications.</param>
/// <param name="PerApplication">What one of them costs.</param>
/// <param name="PerSweep">What a sweep costs.</param>
internal sealed record OperationCounts(
    int EntriesPerRound, long Seed, int Applications, ApplicationCounts PerApplication, SweepCounts PerSweep)
{
    public static OperationCounts Counted() => TedoriJson.Read<OperationCounts>(CostFiles.Text("counts.json"));
}
