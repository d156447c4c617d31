namespace Tedori.Benchmarks.Figures;

/// <summary>How much is measured.</summary>
internal sealed record FigureSizes(
    int? Instances, int Entries, int Connections, int Cases, int Requests, int Drawn, int Round, int Listed, int Transfers,
    IReadOnlyList<int> Seasons, string? Tests)
{
    public static readonly FigureSizes Usual = new(null, 2_000, 64, 50_000, 50, 1_000_000, 100_000, 1_000_000, 100_000, [210, 630, 2_000], null);

    /// <summary>To see the command work; of no use as figures.</summary>
    public static readonly FigureSizes Small = new(50, 40, 8, 2_000, 3, 2_000, 500, 1_000, 1_000, [20, 24], "FigureTests");
}
