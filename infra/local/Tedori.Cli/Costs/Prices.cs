namespace Tedori.Cli.Costs;

/// <summary>Prices in the currency of the list.</summary>
internal sealed record Prices(
    double TableTransactions10K, double TableGigabyteMonth, double QueueOperations10K, double BlobWrites10K,
    double BlobReads10K,
    double BlobGigabyteMonth, double ScannedGigabyte, double DefenderAccountMonth, double ExecutionsMillion,
    double GigabyteSecond, double ReadyGigabyteSecond, double Mail, double LogGigabyte, double AlertRuleMonth);
