using Tedori.Workflows.Sweeping;

namespace Tedori.Cli.Costs;

/// <summary>What a programme with so many applications costs on Azure, from its first entry to its last
/// decision.</summary>
internal sealed class CostEstimate(int applications, OperationCounts counts, PriceList list)
{
    private const double DaysPerMonth = 365.25 / 12;
    private const double SecondsPerMonth = DaysPerMonth * 24 * 3600;
    private const double SweepsPerDay = 24 * 12;
    private const double Rounds = 10;
    private const double Gigabyte = 1024 * 1024 * 1024;

    private readonly ApplicationCounts each = counts.PerApplication;
    private readonly SweepCounts sweep = counts.PerSweep;
    private readonly Prices price = list.Prices;
    private readonly Assumptions given = list.Assumptions;
    private readonly IdleOperations idle = IdleOperations.OfTheHost();

    public int Applications => applications;

    public double Total => Lines().Sum(line => line.Amount);

    /// <summary>Cases that the sweeper looks at, on average.</summary>
    public double CasesInSight => applications * each.DaysInSight / Days;

    /// <summary>
    /// How long one sweep takes on average: it reads so many cases at once, and all else one after another.
    /// </summary>
    public double SweepSeconds =>
        (TransactionsOfCases / Sweeper.CasesAtOnce + TransactionsOfRounds) * given.MillisecondsPerTransaction / 1000;

    private double Days => given.Months * DaysPerMonth;

    private double Sweeps => Days * SweepsPerDay;

    private double TransactionsPerSweep => TransactionsOfCases + TransactionsOfRounds;

    private double TransactionsOfCases => CasesInSight * (sweep.ReadsPerCase + sweep.ScansPerCase);

    // A scan gives its rows in pages, each a transaction.
    private double TransactionsOfRounds =>
        Rounds * (sweep.ReadsPerRound + sweep.ScansPerRound) + applications * sweep.RowsPerEntry / given.RowsPerPage;

    private double TransactionsOfLives =>
        applications * (each.Reads + each.Scans + each.RowsScanned / given.RowsPerPage + each.Commits);

    private double Executions => applications * (each.Turns + each.Activities + given.RequestsPerApplication);

    public IReadOnlyList<CostLine> Lines() =>
    [
        new("records: transactions of cases", TransactionsOfLives / 10_000 * price.TableTransactions10K),
        new("records: transactions of sweeps", TransactionsPerSweep * Sweeps / 10_000 * price.TableTransactions10K),
        new("records: stored", applications * each.StoredBytes / Gigabyte * given.Months * price.TableGigabyteMonth),
        new("task hub: queues and tables", TaskHub),
        new("task hub: idle", Idle),
        new("functions: executions", FunctionTime),
        new("functions: always ready",
            given.ReadyInstances * given.InstanceGigabytes * SecondsPerMonth * given.Months
                * price.ReadyGigabyteSecond),
        new("evidence: stored and written", Evidence),
        new("evidence: malware scanning", FileGigabytes * price.ScannedGigabyte
            + price.DefenderAccountMonth * given.Months),
        new("mail", applications * each.Mails * price.Mail),
        new("logs, metrics and alerts", Watching),
    ];

    // A message starts a turn or an activity.
    private double TaskHub =>
        applications * (each.Turns + each.Activities) * given.QueueOperationsPerMessage / 10_000
            * price.QueueOperations10K
        + applications * each.Turns * given.TableOperationsPerTurn / 10_000 * price.TableTransactions10K;

    private double Idle => Days / 10_000
        * (idle.PollsPerDay(given.ReadyInstances) * price.QueueOperations10K
            + idle.TableOperationsPerDay(given.LeasesPerPartitionMinute) * price.TableTransactions10K);

    private double FunctionTime =>
        (Executions + Sweeps) / 1_000_000 * price.ExecutionsMillion
        + (Executions * given.SecondsPerExecution + SweepSeconds * Sweeps)
            * given.InstanceGigabytes * price.GigabyteSecond;

    private double FileGigabytes => applications * each.Files * given.MegabytesPerFile / 1024;

    private double Evidence =>
        FileGigabytes * given.Months * price.BlobGigabyteMonth
        + applications * each.Files * given.WritesPerFile * (price.BlobWrites10K + price.BlobReads10K) / 10_000;

    private double Watching =>
        Executions * given.KilobytesLoggedPerExecution / 1024 / 1024 * price.LogGigabyte
        + given.AlertRules * price.AlertRuleMonth * given.Months;
}

/// <summary>One line of an estimate.</summary>
/// <param name="Name">What is paid for.</param>
/// <param name="Amount">For the whole programme.</param>
internal sealed record CostLine(string Name, double Amount);
