using System.Globalization;
using System.Text.RegularExpressions;

namespace Tedori.Programme.Text;

/// <summary>Numbers of hours as people type them: <c>7.75</c>, <c>7:45</c>, <c>7時間45分</c>. Pure.</summary>
public static partial class HourCounts
{
    private const string Hint = "160や162.5、7:45のように";

    /// <summary>Reads hours in hundredths of an hour, more than none.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="most">Most whole hours, inclusive.</param>
    public static Reading<int> Read(string text, long most)
    {
        var plain = TypedText.Narrow(text).Replace(" ", "", StringComparison.Ordinal);
        if (TypedText.Foreign(plain, "0123456789.:時間分hH") is { } foreign)
            return Refused("notHours", $"{CharacterName.Of(foreign)}は使えません。{Hint}入力してください。");
        if (Decimal().Match(plain) is { Success: true } number)
            return Bounded((Number(number, "hours") * 100) + Hundredths(number.Groups["part"].Value), most);
        if (Clock().Match(plain) is not { Success: true } clock)
            return Refused("notHours", $"{Hint}、小数は第2位までの数字で入力してください。");
        var minutes = clock.Groups["minutes"].Length == 0 ? 0 : Number(clock, "minutes");
        if (minutes > 59)
            return Refused("notHours", "分は59までの数字で入力してください。");
        return minutes % 3 == 0
            ? Bounded((Number(clock, "hours") * 100) + (minutes * 5 / 3), most)
            : Refused("notHours", $"{minutes}分は小数第2位までの時間に直せません。時間を小数で入力してください(例: 7時間20分は7.33)。");
    }

    private static Reading<int> Bounded(int hundredths, long most) => hundredths == 0 || hundredths > most * 100
        ? Refused("outOfRange", $"0より大きく{most:#,0}以下の数字で入力してください。")
        : Reading.Of(hundredths);

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Hundredths(string part) =>
        part.Length == 0 ? 0 : int.Parse(part.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture);

    private static Reading<int> Refused(string code, string text) => Reading.Refused<int>(code, text);

    [GeneratedRegex(@"^(?<hours>[0-9]{1,4})(\.(?<part>[0-9]{1,2}))?(時間|[hH])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();

    [GeneratedRegex(
        "^(?<hours>[0-9]{1,4})(:(?<minutes>[0-9]{2})|時間(?<minutes>[0-9]{1,2})分)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
