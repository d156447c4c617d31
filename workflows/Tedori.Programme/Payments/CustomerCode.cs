using System.Globalization;
using System.Text.Json.Serialization;

namespace Tedori.Programme.Payments;

/// <summary>
/// The ten digits by which the bank and the office know a payment (顧客コード1): two of the fiscal year, two of the round, six
/// of the case's serial number. The attempt is another field (顧客コード2).
/// </summary>
public readonly record struct CustomerCode
{
    /// <summary>Its digits.</summary>
    public const int Length = 10;

    /// <summary>Most that the six digits can hold.</summary>
    public const int MostSerial = 999_999;

    private const int Century = 2000;

    /// <summary>Makes a code.</summary>
    /// <param name="fiscalYear">Western year in which the fiscal year begins, 2000 to 2099.</param>
    /// <param name="round">Number of the round, 1 to 99.</param>
    /// <param name="serial">Serial number of the case in the round, 1 to 999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them does not fit.</exception>
    [JsonConstructor]
    public CustomerCode(int fiscalYear, int round, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(fiscalYear / 100 * 100, Century, nameof(fiscalYear));
        ArgumentOutOfRangeException.ThrowIfNotEqual(round is >= 1 and <= 99, true, nameof(round));
        ArgumentOutOfRangeException.ThrowIfNotEqual(serial is >= 1 and <= MostSerial, true, nameof(serial));
        (FiscalYear, Round, Serial) = (fiscalYear, round, serial);
    }

    /// <summary>Western year in which the fiscal year begins.</summary>
    public int FiscalYear { get; }

    /// <summary>Number of the round.</summary>
    public int Round { get; }

    /// <summary>Serial number of the case in the round.</summary>
    public int Serial { get; }

    /// <summary>The code of a case.</summary>
    /// <param name="fiscalYear">Western year in which the edition's fiscal year begins.</param>
    /// <param name="id">The case.</param>
    /// <exception cref="ArgumentOutOfRangeException">The case's serial number has more than six digits.</exception>
    public static CustomerCode Of(int fiscalYear, CaseId id) => new(fiscalYear, id.Round.Number, id.Serial);

    /// <summary>Parses ten digits.</summary>
    public static bool TryParse(string? text, out CustomerCode code)
    {
        code = default;
        if (text?.Length != Length || !text.All(char.IsAsciiDigit))
            return false;
        var (year, round, serial) = (Number(text[..2]), Number(text[2..4]), Number(text[4..]));
        if (round == 0 || serial == 0)
            return false;
        code = new(Century + year, round, serial);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{FiscalYear % 100:00}{Round:00}{Serial:000000}");

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
