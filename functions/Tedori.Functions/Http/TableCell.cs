using System.Globalization;

namespace Tedori.Functions.Http;

/// <summary>One cell of a table that staff save: a text, or a number that may be summed.</summary>
/// <param name="Text">The text, or null where the cell is empty or a number.</param>
/// <param name="Number">The number, or null.</param>
public readonly record struct TableCell(string? Text, decimal? Number = null)
{
    /// <summary>A text.</summary>
    public static implicit operator TableCell(string? text) => new(text);

    /// <summary>A number; empty where there is none.</summary>
    public static implicit operator TableCell(decimal? number) => new(null, number);

    /// <summary>The cell as text.</summary>
    public override string ToString() => Text ?? Number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
