using System.Globalization;
using Tedori.Local;

namespace Tedori.Benchmarks.Figures;

/// <summary>A column: what stands in its head, and how its cells are written and read.</summary>
/// <param name="Head">The head.</param>
/// <param name="Decimals">Digits after the point, or null for a column of words.</param>
/// <param name="Unit">What follows each number.</param>
internal sealed record FigureColumn(string Head, int? Decimals = null, string Unit = "")
{
    private const string NotMeasured = "–";

    public string Rule => Decimals is null ? "---" : "---:";

    public string Write(Figure figure) => Decimals is { } decimals
        ? Number(figure.Number, decimals)
        : figure.Words ?? throw new InvalidOperationException($"A row says nothing under '{Head}'.");

    /// <exception cref="UsageException">It was not written by <see cref="Write"/>.</exception>
    public Figure Read(string cell)
    {
        if (Decimals is null)
            return cell;
        Figure figure = cell == NotMeasured ? Figure.None : Parsed(cell);
        return Write(figure) == cell ? figure : throw Foreign(cell);
    }

    private Figure Parsed(string cell)
    {
        var digits = cell.EndsWith(Unit, StringComparison.Ordinal) ? cell[..^Unit.Length] : cell;
        return double.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Foreign(cell);
    }

    private string Number(double? number, int decimals) => number is { } n
        ? n.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.InvariantCulture) + Unit
        : NotMeasured;

    private UsageException Foreign(string cell) =>
        new($"'{cell}' under '{Head}' was not written by this command: run figures to write the table anew.");
}
