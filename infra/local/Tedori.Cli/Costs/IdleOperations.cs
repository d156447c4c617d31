using System.Globalization;
using System.Text.Json.Nodes;

namespace Tedori.Cli.Costs;

/// <summary>What the task hub costs while nothing happens. How many partitions it has stands in host.json only.</summary>
/// <param name="Partitions">Partitions, each with a queue.</param>
/// <param name="PollInterval">Longest pause between two looks at an empty queue.</param>
internal sealed record IdleOperations(int Partitions, TimeSpan PollInterval)
{
    private const double MinutesPerDay = 24 * 60;

    public static IdleOperations OfTheHost()
    {
        var hub = JsonNode.Parse(CostFiles.Text("host.json"))!["extensions"]!["durableTask"]!["storageProvider"]!;
        return new(
            (int)hub["partitionCount"]!,
            TimeSpan.Parse((string)hub["maxQueuePollingInterval"]!, CultureInfo.InvariantCulture));
    }

    /// <summary>Looks at empty queues: each partition's by who leads it, that of the activities by every instance.</summary>
    public double PollsPerDay(double instances) => (Partitions + instances) * MinutesPerDay / PollInterval.TotalMinutes;

    /// <summary>Renewals of the leases of the partitions, and looks at who leads them.</summary>
    public double TableOperationsPerDay(double leasesPerPartitionMinute) =>
        Partitions * leasesPerPartitionMinute * MinutesPerDay;
}
