using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>Reads what people type: full-width digits, commas between them, slashes in dates.</summary>
public static class FieldText
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>The text without surrounding space, control characters and halves of surrogate pairs.</summary>
    /// <param name="text">As posted.</param>
    /// <param name="lines">Whether line breaks stay.</param>
    public static string Clean(string text, bool lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unix = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var clean = new StringBuilder(unix.Length);
        foreach (var rune in unix.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || (lines && rune.Value == '\n')))
                clean.Append(rune);
        }

        return clean.ToString().Trim();
    }

    /// <summary>A whole number of at most 15 digits, or null.</summary>
    public static long? Number(string text)
    {
        var plain = Narrow(text).Replace(",", "", StringComparison.Ordinal);
        return plain.Length <= 15
            && long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Hours with at most two decimals, in hundredths of an hour, or null.</summary>
    public static int? Hours(string text)
    {
        var plain = Narrow(text);
        return plain.Length <= 6
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours * 100 == decimal.Truncate(hours * 100)
                ? (int)(hours * 100)
                : null;
    }

    /// <summary>A date such as 2025-06-12 or 2025/6/12, or null.</summary>
    public static LocalDate? Date(string text)
    {
        var parts = Narrow(text).Split('-', '/');
        return parts.Length == 3 && parts[0].Length == 4
            && parts.All(p => p.Length is > 0 and <= 4 && p.All(char.IsAsciiDigit))
            && LocalDatePattern.Iso.Parse(
                $"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}") is { Success: true } date
                ? date.Value
                : null;
    }

    /// <summary>A time such as 9:00 or 23:30, or null.</summary>
    public static LocalTime? Time(string text) =>
        Clock.Parse(Narrow(text)) is { Success: true } time ? time.Value : null;

    private static string Narrow(string text) => Normalization.Fold(text).Trim();
}
