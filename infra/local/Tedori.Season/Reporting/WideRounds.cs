using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tedori.Season.Reporting;

/// <summary>The rounds as one table for a wide terminal.</summary>
internal static class WideRounds
{
    private const int FewestColumns = 150;
    private static readonly int[] Paddings = [1, 0];

    /// <summary>The table as roomy as the console allows, or null where it would have to be cut.</summary>
    public static Table? Fitting(SeasonReport report, IAnsiConsole console) =>
        console.Profile.Out.IsTerminal && console.Profile.Width >= FewestColumns
            ? Paddings.Select(p => Of(report, p)).FirstOrDefault(t => Fits(t, console))
            : null;

    private static Table Of(SeasonReport report, int padding)
    {
        var columns = RoundColumn.AllOf(report);
        var table = new Table { Border = TableBorder.Simple, ShowFooters = true };
        table.AddColumn(Column("round", "total", padding));
        foreach (var column in columns)
            table.AddColumn(Column(Head(column), column.TotalText, padding));
        foreach (var round in report.Rounds)
            table.AddRow([new Text(Digits.Of(round.Round)), .. columns.Select(c => new Text(Digits.Of(c.Of(round))))]);
        return table;
    }

    private static bool Fits(Table table, IAnsiConsole console) =>
        ((IRenderable)table).Measure(RenderOptions.Create(console), int.MaxValue / 2).Max <= console.Profile.Width;

    private static string Head(RoundColumn column) =>
        column.Theme == RoundTheme.Lapsed ? "lapsed\n" + column.English : column.English;

    private static TableColumn Column(string head, string foot, int padding) => new(new Text(head))
    {
        Footer = new Text(foot, new Style(decoration: Decoration.Bold)),
        Alignment = Justify.Right,
        NoWrap = true,
        Padding = new Padding(padding, 0, 0, 0),
    };
}
