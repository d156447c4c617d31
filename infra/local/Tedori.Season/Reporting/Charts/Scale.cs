namespace Tedori.Season.Reporting.Charts;

/// <summary>A value axis from zero to a round number.</summary>
/// <param name="Top">Value at the far end.</param>
/// <param name="Step">Distance of the ticks.</param>
/// <param name="Length">Length in units of the drawing.</param>
internal sealed record Scale(long Top, long Step, double Length)
{
    private const int MostSteps = 5;

    public IEnumerable<long> Ticks
    {
        get
        {
            for (var tick = 0L; tick <= Top; tick += Step)
                yield return tick;
        }
    }

    public static Scale Of(long max, double length)
    {
        var step = RoundStep(max / MostSteps + (max % MostSteps == 0 ? 0 : 1));
        var steps = Math.Max(1, max / step + (max % step == 0 ? 0 : 1));
        return new(steps * step, step, length);
    }

    public double At(long value) => Length * value / Top;

    private static long RoundStep(long atLeast)
    {
        for (var unit = 1L; ; unit *= 10)
            foreach (var step in (long[])[unit, 2 * unit, 5 * unit])
                if (step >= atLeast)
                    return step;
    }
}
