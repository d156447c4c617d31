using System.Globalization;

namespace Tedori.Programme;

/// <summary>
/// Id of a case (受付番号), for example <c>r7-07-00123</c>: receipt number, partition key and durable instance id in one.
/// </summary>
/// <param name="Round">The round it entered.</param>
/// <param name="Serial">Serial number within the round, 1 to 9,999,999, in order of commit; five digits, more from 100,000 on.</param>
public readonly record struct CaseId(RoundId Round, int Serial)
{
    /// <summary>Parses the form <c>r7-07-00123</c>.</summary>
    public static bool TryParse(string? text, out CaseId id)
    {
        id = default;
        var cut = text?.LastIndexOf('-') ?? -1;
        if (cut < 0 || !RoundId.TryParse(text![..cut], out var round))
            return false;
        var serial = text.AsSpan(cut + 1);
        if ((serial.Length != 5 && (serial.Length is not (6 or 7) || serial[0] == '0')) ||
            !int.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ||
            number == 0)
            return false;
        id = new CaseId(round, number);
        return true;
    }

    /// <summary>Parses the form <c>r7-07-00123</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static CaseId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a case id such as r7-07-00123.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Round}-{Serial:00000}");
}
