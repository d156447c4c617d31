using System.Globalization;

namespace Tedori.Cli.Costs;

/// <summary>Estimates side by side, as a table that Markdown shows.</summary>
internal static class CostTable
{
    public static string Of(IReadOnlyList<CostEstimate> estimates, PriceList list)
    {
        var lines = estimates[0].Lines()
            .Select((line, i) => Row(line.Name, estimates.Select(e => Money(e.Lines()[i].Amount))));
        return string.Join('\n',
        [
            Row($"{list.Currency}, {list.Region}, {list.Date:uuuu-MM-dd}", estimates
                .Select(e => Whole(e.Applications) + " applications")),
            "|---|" + string.Concat(estimates.Select(_ => "---:|")),
            .. lines,
            Row("**the whole programme**", estimates.Select(e => $"**{Money(e.Total)}**")),
            Row("one application", estimates
                .Select(e => (e.Total / e.Applications).ToString("0.00", CultureInfo.InvariantCulture))),
            Row("cases in sight of a sweep, on average", estimates.Select(e => Whole(e.CasesInSight))),
            Row("seconds that a sweep takes, on average", estimates.Select(e => Whole(e.SweepSeconds))),
        ]) + "\n";
    }

    /// <summary>What the estimates rest on, in sentences.</summary>
    public static string Of(OperationCounts counts)
    {
        var (each, sweep) = (counts.PerApplication, counts.PerSweep);
        return string.Create(CultureInfo.InvariantCulture, $"""
            Counted over {counts.Applications} applications, for one of them: {each.Turns:0.0} turns and
            {each.Activities:0.0} activities; {each.Reads:0.0} rows read by key, {each.Scans:0.0} scans with
            {each.RowsScanned:0.0} rows, {each.Commits:0.0} commits with {each.RowsWritten:0.0} rows;
            {each.StoredBytes / 1024:0.0} KiB kept, {each.Mails:0.0} mails, {each.Files:0.0} files,
            {each.DaysInSight:0} days in sight of the sweeper. For a sweep that finds nothing to do:
            {sweep.ReadsPerCase:0.##} reads and {sweep.ScansPerCase:0.##} scans a case in sight,
            {sweep.ReadsPerRound:0.##} reads and
            {sweep.ScansPerRound:0.##} scans a round, {sweep.RowsPerEntry:0.##} rows scanned an entry.
            The task hub has {IdleOperations.OfTheHost().Partitions} partitions.

            """).ReplaceLineEndings("\n") + "\n";
    }

    private static string Row(string name, IEnumerable<string> cells) => $"| {name} | {string.Join(" | ", cells)} |";

    private static string Money(double amount) => Whole(Math.Ceiling(amount));

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
