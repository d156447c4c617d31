#nullable disable
using System.Globalization;

namespace Azure.Data.Tables;

// The literals of the service's query language.
internal static class TableFilter
{
    public static string Of(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    private static string Literal(object value) => value switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''")}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        double number => number.ToString(CultureInfo.InvariantCulture),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => $"datetime'{time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        _ => throw new ArgumentException($"Unable to convert filter argument from type {value.GetType()}."),
    };
}
