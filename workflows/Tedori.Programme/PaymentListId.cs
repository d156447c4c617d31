using System.Globalization;

namespace Tedori.Programme;

/// <summary>Id of a payment list (支払一覧), for example <c>p2025-0012</c>.</summary>
/// <param name="FiscalYear">Western year in which the fiscal year of its making begins (April), four digits.</param>
/// <param name="Number">Number within the fiscal year, 1 to 9999, never used again.</param>
public readonly record struct PaymentListId(int FiscalYear, int Number)
{
    /// <summary>Parses the form <c>p2025-0012</c>.</summary>
    public static bool TryParse(string? text, out PaymentListId id)
    {
        id = default;
        if (text is not ['p', _, _, _, _, '-', _, _, _, _])
            return false;
        if (!int.TryParse(text.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
            return false;
        id = new(year, number);
        return true;
    }

    /// <summary>Parses the form <c>p2025-0012</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static PaymentListId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a payment list such as p2025-0012.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p{FiscalYear:0000}-{Number:0000}");
}
