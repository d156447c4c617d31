namespace Tedori.Cli.Costs;

/// <summary>What one sweep that finds nothing to do costs.</summary>
/// <param name="ReadsPerCase">Rows read by their key for each case in sight.</param>
/// <param name="ScansPerCase">Scans for each case in sight.</param>
/// <param name="ReadsPerRound">Rows read by their key for each round.</param>
/// <param name="ScansPerRound">Scans for each round.</param>
/// <param name="RowsPerEntry">Rows scanned for each entry that was ever made, closed ones too.</param>
internal sealed record SweepCounts(
    double ReadsPerCase, double ScansPerCase, double ReadsPerRound, double ScansPerRound, double RowsPerEntry);
