namespace Tedori.Programme.Text;

/// <summary>Whole numbers as people type them: <c>200,000</c>, <c>２０００００</c>, <c>200000円</c>. Pure.</summary>
public static class Numbers
{
    /// <summary>What may stand behind a sum of money.</summary>
    public static readonly IReadOnlyList<string> Yen = ["円"];

    /// <summary>What may stand behind a number of persons.</summary>
    public static readonly IReadOnlyList<string> Persons = ["人", "名"];

    /// <summary>What may stand behind a number of days.</summary>
    public static readonly IReadOnlyList<string> Days = ["日間", "日"];

    /// <summary>What may stand behind a number of companies, cases, rounds.</summary>
    public static readonly IReadOnlyList<string> Counts = ["社", "件", "回", "人", "名"];

    /// <summary>
    /// Reads digits, with a comma before every three where there is any, and a unit behind. Everything else is refused:
    /// what is not a number might be another one.
    /// </summary>
    /// <param name="text">As typed.</param>
    /// <param name="least">Least number, inclusive, not negative.</param>
    /// <param name="most">Greatest number, inclusive.</param>
    /// <param name="units">What may stand behind it.</param>
    public static Reading<long> Read(string text, long least, long most, IReadOnlyList<string> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var plain = WithoutUnit(TypedText.Narrow(text), units);
        if (TypedText.Foreign(plain, "0123456789,") is { } foreign)
            return Refused("notNumber", $"{CharacterName.Of(foreign)}は使えません。数字だけで入力してください(3桁ごとのコンマは使えます)。");
        if (!plain.Any(char.IsAsciiDigit))
            return Refused("notNumber", "数字で入力してください。");
        if (!HasCommasInPlace(plain))
            return Refused("notNumber", "コンマは3桁ごとの区切りにだけ使えます。数字だけで入力してください。");
        var digits = plain.Replace(",", "", StringComparison.Ordinal).TrimStart('0');
        var number = digits.Aggregate(0L, (sum, digit) => sum > most ? sum : checked((sum * 10) + digit - '0'));
        return number < least || number > most
            ? Refused("outOfRange", $"{least:#,0}から{most:#,0}までの数字で入力してください。")
            : Reading.Of(number);
    }

    private static string WithoutUnit(string text, IReadOnlyList<string> units)
    {
        var bare = units.Contains(Yen[0]) ? text.TrimStart('¥', '￥', '\\', ' ') : text;
        var unit = units.FirstOrDefault(u => bare.EndsWith(u, StringComparison.Ordinal));
        return unit is null ? bare : bare[..^unit.Length].TrimEnd(' ');
    }

    private static bool HasCommasInPlace(string text) => text.Split(',') is var groups
        && (groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Length == 3)));

    private static Reading<long> Refused(string code, string text) => Reading.Refused<long>(code, text);
}
