namespace Tedori.Cli.Costs;

/// <summary>What one application costs from its entry to its end, on average over a season; sweeps not
/// counted.</summary>
/// <param name="Turns">Turns of its orchestrations, its share of the round's among them.</param>
/// <param name="Activities">Activities they called.</param>
/// <param name="Reads">Rows read by their key.</param>
/// <param name="Scans">Scans of a partition.</param>
/// <param name="RowsScanned">Rows that the scans gave.</param>
/// <param name="Commits">Transactions that wrote.</param>
/// <param name="RowsWritten">Rows that they wrote.</param>
/// <param name="StoredBytes">Bytes of the rows that are kept in the end.</param>
/// <param name="Mails">Mails handed to the mail server.</param>
/// <param name="Files">Files put into the evidence.</param>
/// <param name="DaysInSight">Days for which the sweeper looks at it.</param>
internal sealed record ApplicationCounts(
    double Turns, double Activities, double Reads, double Scans, double RowsScanned, double Commits, double RowsWritten,
    double StoredBytes, double Mails, double Files, double DaysInSight);
