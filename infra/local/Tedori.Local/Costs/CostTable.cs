using System.Globalization;

namespace Tedori.Local.Costs;

/// <summary>Estimates side by side, as a table that Markdown shows.</summary>
internal static class CostTable
{
    public static string Of(IReadOnlyList<CostEstimate> estimates, PriceList list)
    {
        var lines = estimates[0].Lines().Select((line, i) => Row(line.Name, estimates.Select(e => Money(e.Lines()[i].Amount))));
        return string.Join('\n',
        [
            Row($"{list.Currency}, {list.Region}, {list.Date:uuuu-MM-dd}", estimates.Select(e => Whole(e.Applications) + " applications")),
            "|---|" + string.Concat(estimates.Select(_ => "---:|")),
            .. lines,
            Row("**the whole programme**", estimates.Select(e => $"**{Money(e.Total)}**")),
            Row("one application", estimates.Select(e => (e.Total / e.Applications).ToString("0.00", CultureInfo.InvariantCulture))),
            Row("cases in sight of a sweep, on average", estimates.Select(e => Whole(e.CasesInSight))),
            Row("seconds that a sweep takes, on average", estimates.Select(e => Whole(e.SweepSeconds))),
        ]) + "\n";
    }

    private static string Row(string name, IEnumerable<string> cells) => $"| {name} | {string.Join(" | ", cells)} |";

    private static string Money(double amount) => Whole(Math.Ceiling(amount));

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
