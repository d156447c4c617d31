namespace Tedori.Benchmarks.Figures;

/// <summary>All tables of figures, in the order in which they are measured.</summary>
internal static class FigureTables
{
    private const string Front = "README.md";
    private const string Own = "tests/Tedori.Benchmarks/README.md";

    public static readonly FigureTable Checks = new("checks", Front, new("must hold"), new("checked", 0), new("of"));

    public static readonly FigureTable Sizes = new(
        "sizes", Own,
        new("`--entries`", 0), new("entries in all", 0), new("wall time, the default as 1", 1),
        new("turns and activities", 0), new("the default as 1", 1), new("peak memory", 0, " MiB"));

    public static readonly FigureTable Engine = new(
        "engine", Own,
        new("workload"), new("N", 0), new("what"), new("a second", 0), new("share of the limit", 0, " %"),
        new("first event", 2, " s"), new("all ended", 2, " s"), new("lost", 0));

    public static readonly FigureTable Entries = new(
        "entries", Own,
        new("entries", 0), new("connections", 0), new("a second", 0), new("p50", 0, " ms"), new("p99", 0, " ms"),
        new("slowest", 0, " ms"), new("lost", 0), new("doubled", 0));

    public static readonly FigureTable Staff = new(
        "staff", Own,
        new("page"), new("cases", 0), new("first", 0, " ms"), new("median", 0, " ms"), new("p95", 0, " ms"),
        new("length", 0, " KB"), new("peak memory", 0, " MiB"));

    public static readonly FigureTable Draw = new(
        "draw", Own,
        new("entries", 0), new("sealed, drawn, published", 1, " s"), new("peak memory", 0, " MiB"),
        new("published file", 0, " MB"), new("repeated by verify_draw.py", 1, " s"));

    public static readonly FigureTable Round = new(
        "round", Own,
        new("what"), new("entries", 0), new("takes", 1, " s"), new("processor time", 1, " s"),
        new("peak memory", 0, " MiB"), new("transactions", 0),
        new("rows", 0));

    public static readonly FigureTable Transfers = new(
        "transfers", Own,
        new("what"), new("payments", 0), new("takes", 2, " s"), new("file", 1, " MB"), new("peak memory", 0, " MiB"));

    public static readonly FigureTable Commands =
        new("commands", Front, new("command"), new("what"), new("takes", 1, " min"));

    public static readonly IReadOnlyList<FigureTable> All = [Engine, Entries, Staff, Draw, Round, Transfers, Checks, Sizes, Commands];
}
