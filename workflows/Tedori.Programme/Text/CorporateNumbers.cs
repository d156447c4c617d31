namespace Tedori.Programme.Text;

/// <summary>Corporate numbers (法人番号) as people type them: digits in any width, in groups or not. Pure.</summary>
public static class CorporateNumbers
{
    /// <summary>Reads 13 digits. Whether the first of them is right is not its matter.</summary>
    public static Reading<string> Read(string text)
    {
        var plain = Dashes.Fold(TypedText.Narrow(text));
        if (TypedText.Foreign(plain, "0123456789- (),") is { } foreign)
            return Refused($"{CharacterName.Of(foreign)}は使えません。13桁の数字で入力してください。");
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        return digits.Length == 13
            ? Reading.Of(digits)
            : Refused(digits.Length == 0 ? "13桁の数字で入力してください。" : $"13桁の数字で入力してください(今は{digits.Length}桁です)。");
    }

    private static Reading<string> Refused(string text) => Reading.Refused<string>("corporateNumberLength", text);
}
