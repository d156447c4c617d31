using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The public value that a throw is hashed with: the close of the Nikkei 225 (日経平均株価の終値), which every newspaper prints
/// and nobody in the office can choose. Storage format.
/// </summary>
/// <param name="Source">Which value, for example <c>nikkei225 2025-05-27</c>.</param>
/// <param name="CommittedAt">When the digits were committed.</param>
/// <param name="Due">When the value exists.</param>
public sealed record PublicBinding(string Source, Instant CommittedAt, Instant Due)
{
    private static readonly LocalTime Close = new(15, 30);

    /// <summary>The close of the first business day of the banks after a commitment.</summary>
    public static PublicBinding After(BusinessCalendar banks, Instant committedAt)
    {
        ArgumentNullException.ThrowIfNull(banks);
        var day = banks.AddBusinessDays(JapanTime.DateOf(committedAt), 1);
        return new($"nikkei225 {LocalDatePattern.Iso.Format(day)}", committedAt, JapanTime.At(day, Close));
    }

    /// <summary>Whether a text is a close as it is hashed: digits, a point, two digits.</summary>
    public static bool IsClosing(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length is >= 4 and <= 12 && value[0] != '0' && value[^3] == '.'
            && value.Where((_, i) => i != value.Length - 3).All(char.IsAsciiDigit)
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
    }
}
