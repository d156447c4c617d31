using System.Globalization;

namespace Tedori.Season.Reporting;

/// <summary>How numbers are written in a report, the same on every machine.</summary>
internal static class Digits
{
    public const string None = "-";

    public static string Of(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(double value, int decimals) =>
        value.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.InvariantCulture);

    /// <summary>A place in a drawing.</summary>
    public static string Place(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Share of a whole; none of nothing.</summary>
    public static string Percent(long part, long whole) =>
        whole == 0 ? None : Of(100.0 * part / whole, 1) + "%";
}
