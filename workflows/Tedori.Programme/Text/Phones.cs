namespace Tedori.Programme.Text;

/// <summary>Japanese phone numbers as people type them, within the country or with +81. Pure.</summary>
public static class Phones
{
    private const string Hint = "市外局番から10桁か11桁の数字で入力してください(例: 03-1234-5678)。";
    private const string Between = "-() .";

    /// <summary>Reads a number; what stood between the groups of its digits is a hyphen afterwards.</summary>
    public static Reading<string> Read(string text)
    {
        var typed = Dashes.Fold(TypedText.Narrow(text));
        var abroad = typed.StartsWith("+81", StringComparison.Ordinal);
        var plain = abroad ? typed[3..] : typed;
        if (TypedText.Foreign(plain, "0123456789" + Between) is { } foreign)
            return Refused($"{CharacterName.Of(foreign)}は使えません。{Hint}");
        var national = string.Join('-', plain.Split(Between.ToCharArray(), StringSplitOptions.RemoveEmptyEntries));
        var number = abroad ? WithZero(national) : national;
        var digits = number.Count(char.IsAsciiDigit);
        return number is ['0', ..] && digits is 10 or 11
            ? Reading.Of(number)
            : Refused(digits == 0 ? Hint : $"{Hint}今は{digits}桁です。");
    }

    /// <summary>
    /// Only the digits, as within the country: for finding a number by a part of it, however either was written.
    /// </summary>
    public static string Digits(string text)
    {
        var typed = TypedText.Narrow(text);
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return typed.StartsWith("+81", StringComparison.Ordinal) ? WithZero(digits[2..]) : digits;
    }

    // Abroad the zero is left out, but many write it in brackets.
    private static string WithZero(string national) =>
        national.StartsWith("0-", StringComparison.Ordinal) ? "0" + national[2..]
        : national is ['0', ..] ? national
        : "0" + national;

    private static Reading<string> Refused(string text) => Reading.Refused<string>("phoneWrong", text);
}
