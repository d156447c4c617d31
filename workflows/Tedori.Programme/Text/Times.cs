using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Tedori.Programme.Text;

/// <summary>Times of day as people type them: <c>9:00</c>, <c>2330</c>, <c>午後5時半</c>, <c>25:30</c>. Pure.</summary>
public static partial class Times
{
    private const string Hint = "9:00や23時30分のような時刻で入力してください。";

    /// <summary>Reads a time.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="nextDay">Whether hours from 24 to 29, which belong to the next day, are taken.</param>
    public static Reading<ShiftTime> Read(string text, bool nextDay = false)
    {
        var plain = TypedText.Narrow(text).Replace(" ", "", StringComparison.Ordinal);
        if (TypedText.Foreign(plain, "0123456789:時分半午前後翌日AMPamp") is { } foreign)
            return Refused($"{CharacterName.Of(foreign)}は使えません。{Hint}");
        if (Clock().Match(plain) is not { Success: true } match)
            return Refused(Hint);
        var hour = HourOf(match);
        var minute = match.Groups["half"].Success ? 30
            : match.Groups["minute"].Success ? Number(match.Groups["minute"].Value) : 0;
        var most = nextDay ? 29 : 23;
        return hour is null || hour > most || minute > 59
            ? Refused($"0:00から{most}:59までの時刻で入力してください{(nextDay ? "(24:00から後は翌日です)" : "")}。")
            : Reading.Of(new ShiftTime(new(hour.Value % 24, minute), hour >= 24));
    }

    // 午後12時 is the half hour after noon; on a clock of twelve hours there is nothing beyond.
    private static int? HourOf(Match match)
    {
        var hour = Number(match.Groups["hour"].Value);
        if (match.Groups["part"].Success)
        {
            if (hour > 12)
                return null;
            hour = (hour % 12) + (match.Groups["part"].Value is "午後" or "PM" or "pm" ? 12 : 0);
        }

        return match.Groups["next"].Success ? hour > 23 ? null : hour + 24 : hour;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Reading<ShiftTime> Refused(string text) => Reading.Refused<ShiftTime>("notTime", text);

    [GeneratedRegex(
        "^(?<next>翌日?)?(?<part>午前|午後|AM|PM|am|pm)?"
            + "(?<hour>[0-9]{1,2})(:(?<minute>[0-9]{2})|時((?<minute>[0-9]{1,2})分|(?<half>半))?|(?<minute>[0-9]{2}))$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}

/// <summary>A time at which work begins or ends, Asia/Tokyo.</summary>
/// <param name="Time">The time of day.</param>
/// <param name="IsNextDay">Whether it belongs to the day after that on which work began: 25:30 is 1:30 of the next day.</param>
public readonly record struct ShiftTime(LocalTime Time, bool IsNextDay)
{
    /// <summary>For example 9:00 or 翌1:30.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsNextDay ? "翌" : "")}{Time.Hour}:{Time.Minute:00}");
}
