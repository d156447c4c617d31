using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The values a programme file is made of. Each is null after its fault.</summary>
internal static class FileValues
{
    private const int EarliestYear = 2019;
    private const int LatestYear = 2100;
    private static readonly Duration Longest = Duration.FromDays(31);

    /// <summary>A text that is not blank.</summary>
    public static string? Text(this FileNode node)
    {
        if (!node.Is(JsonValueKind.String, "a text in quotes"))
            return null;
        var text = node.Element.GetString()!;
        if (!string.IsNullOrWhiteSpace(text))
            return text;
        node.Fault("The text is blank; write it.");
        return null;
    }

    /// <summary>
    /// Whether the file has a newer format than is known. Such a format may mean anything, so nothing else in the file can
    /// be judged.
    /// </summary>
    public static bool IsNewerThan(this FileNode file, int known)
    {
        var version = file.Field("formatVersion");
        if (version.Count(1, int.MaxValue) is not { } number || number <= known)
            return false;
        version.Fault($"The file has format {number}, but this program knows formats up to {known}; " +
            "use a newer release of the program.");
        return true;
    }

    /// <summary>The id of a year, <c>r7</c>.</summary>
    public static string? YearId(this FileNode node)
    {
        if (node.Text() is not { } id)
            return null;
        if (RoundId.IsEdition(id))
            return id;
        node.Fault($"{node.Found()} is not an id such as r7; write one lower-case letter and one or two digits.");
        return null;
    }

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public static long? Number(this FileNode node, long minimum, long maximum)
    {
        if (!node.Is(JsonValueKind.Number, "a whole number"))
            return null;
        if (node.Element.TryGetInt64(out var number) && number >= minimum && number <= maximum)
            return number;
        node.Fault($"{node.Found()} is not a whole number from {minimum} to {maximum}; correct it.");
        return null;
    }

    /// <summary>A small whole number within bounds, both inclusive.</summary>
    public static int? Count(this FileNode node, int minimum, int maximum) => (int?)node.Number(minimum, maximum);

    /// <summary>true or false.</summary>
    public static bool? Flag(this FileNode node)
    {
        if (node.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return node.Element.GetBoolean();
        node.Is(JsonValueKind.True, "true or false");
        return null;
    }

    /// <summary>A date with its weekday, <c>2025-05-19(月)</c>.</summary>
    public static LocalDate? Date(this FileNode node, int earliestYear = EarliestYear) =>
        node.Text() is { } text ? node.Date(text, earliestYear) : null;

    /// <summary>A date with its weekday that is part of the node's text.</summary>
    public static LocalDate? Date(this FileNode node, string text, int earliestYear = EarliestYear)
    {
        var parsed = text is [.., '(', _, ')'] ? LocalDatePattern.Iso.Parse(text[..^3]) : null;
        if (parsed is not { Success: true } || parsed.Value.Year < earliestYear || parsed.Value.Year > LatestYear)
        {
            node.Fault($"{node.Found()} does not hold a date such as 2025-05-19(月); write it in that form.");
            return null;
        }

        var weekday = JapaneseDate.Weekday(parsed.Value);
        if (text[^2] == weekday)
            return parsed.Value;
        node.Fault($"{text[..^3]} is a {parsed.Value.DayOfWeek} ({weekday}), but the label says ({text[^2]}); " +
            "correct the date or the label.");
        return null;
    }

    /// <summary>A time of day, <c>17:00</c>, with seconds where needed.</summary>
    public static LocalTime? Time(this FileNode node)
    {
        if (node.Text() is not { } text)
            return null;
        var parsed = LocalTimePattern.CreateWithInvariantCulture(text.Length > 5 ? "HH:mm:ss" : "HH:mm").Parse(text);
        if (parsed.Success)
            return parsed.Value;
        node.Fault($"{node.Found()} is not a time of day such as 17:00; write it in that form.");
        return null;
    }

    /// <summary>A length of time as in ISO 8601, <c>PT2M</c> or <c>P3D</c>, from the minimum to 31 days.</summary>
    public static Duration? Length(this FileNode node, Duration minimum)
    {
        if (node.Text() is not { } text)
            return null;
        var parsed = PeriodPattern.NormalizingIso.Parse(text);
        if (parsed.Success && IsShort(parsed.Value) && parsed.Value.ToDuration() is var length
            && length >= minimum && length <= Longest)
            return length;
        node.Fault($"{node.Found()} is not a length of time such as PT2M or P3D, " +
            $"at least {PeriodPattern.NormalizingIso.Format(Period.FromSeconds((long)minimum.TotalSeconds))} " +
            "and at most P31D; correct it.");
        return null;
    }

    /// <summary>The closed days around New Year, both inclusive: <c>12-29/01-03</c>.</summary>
    public static (AnnualDate From, AnnualDate To)? NewYear(this FileNode node)
    {
        if (node.Text() is not { } text)
            return null;
        if (text.Split('/') is [var first, var last]
            && AnnualDatePattern.Iso.Parse(first) is { Success: true, Value: { Month: 12 } from }
            && AnnualDatePattern.Iso.Parse(last) is { Success: true, Value: { Month: 1 } to })
            return (from, to);
        node.Fault($"{node.Found()} is not a range from December into January such as 12-29/01-03; correct it.");
        return null;
    }

    // Keeps the sum of the parts far from an overflow.
    private static bool IsShort(Period period) => period is
    {
        Years: 0, Months: 0, Weeks: 0,
        Days: >= 0 and <= 31,
        Hours: >= 0 and <= 31 * 24,
        Minutes: >= 0 and <= 31 * 24 * 60,
        Seconds: >= 0 and <= 31 * 24 * 60 * 60,
    };
}
