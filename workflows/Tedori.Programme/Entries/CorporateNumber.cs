using System.Globalization;

namespace Tedori.Programme.Entries;

/// <summary>A corporate number (法人番号): 13 digits, the first of which is a check digit over the other twelve.</summary>
public readonly record struct CorporateNumber
{
    private CorporateNumber(string digits) => Digits = digits;

    /// <summary>The 13 digits.</summary>
    public string Digits { get; }

    /// <summary>Parses 13 digits with a right check digit.</summary>
    public static bool TryParse(string? text, out CorporateNumber number)
    {
        number = default;
        if (text is not { Length: 13 } || text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        if (text[0] - '0' != CheckDigit(text.AsSpan(1)))
            return false;
        number = new CorporateNumber(text);
        return true;
    }

    /// <summary>The number with these twelve digits and their check digit in front.</summary>
    /// <exception cref="FormatException">There are not exactly twelve digits.</exception>
    public static CorporateNumber FromBase(string twelve)
    {
        ArgumentNullException.ThrowIfNull(twelve);
        if (twelve.Length != 12 || twelve.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            throw new FormatException($"'{twelve}' is not twelve digits.");
        return new(string.Create(CultureInfo.InvariantCulture, $"{CheckDigit(twelve)}{twelve}"));
    }

    /// <inheritdoc/>
    public override string ToString() => Digits;

    // 9 − (Σ Pn·Qn mod 9), n counted from the right, Qn = 1 for odd n and 2 for even n.
    private static int CheckDigit(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var n = 1; n <= 12; n++)
            sum += (twelve[12 - n] - '0') * (n % 2 == 1 ? 1 : 2);
        return 9 - (sum % 9);
    }
}
