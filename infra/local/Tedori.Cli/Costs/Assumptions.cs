namespace Tedori.Cli.Costs;

/// <summary>What no test on one machine can count.</summary>
/// <param name="Months">Months from the first entry to the last decision.</param>
/// <param name="QueueOperationsPerMessage">Put, get and delete.</param>
/// <param name="TableOperationsPerTurn">Read and append the history, update the instance, drop a history that was
/// renewed: on the real host an entry's four turns took 8 of the history and 10 of the instances.</param>
/// <param name="LeasesPerPartitionMinute">Operations on the leases of an idle partition: on the real host 36 in 40 s
/// for eight.</param>
/// <param name="RequestsPerApplication">Pages, forms and webhooks of one application.</param>
/// <param name="SecondsPerExecution">Time of a turn, an activity or a request.</param>
/// <param name="MillisecondsPerTransaction">Time of a transaction of a sweep.</param>
/// <param name="RowsPerPage">Rows that one transaction of a scan gives at most.</param>
/// <param name="InstanceGigabytes">Memory of an instance.</param>
/// <param name="ReadyInstances">Instances that always run.</param>
/// <param name="MegabytesPerFile">Size of a file.</param>
/// <param name="WritesPerFile">The part that is uploaded, the file in the evidence, the scanner's tags.</param>
/// <param name="KilobytesLoggedPerExecution">Telemetry that is kept.</param>
/// <param name="AlertRules">Rules of the Bicep.</param>
internal sealed record Assumptions(
    double Months, double QueueOperationsPerMessage, double TableOperationsPerTurn, double LeasesPerPartitionMinute,
    double RequestsPerApplication, double SecondsPerExecution, double MillisecondsPerTransaction, double RowsPerPage,
    double InstanceGigabytes, double ReadyInstances, double MegabytesPerFile, double WritesPerFile,
    double KilobytesLoggedPerExecution, double AlertRules);
