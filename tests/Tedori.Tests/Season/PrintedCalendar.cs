using System.Globalization;
using NodaTime;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

/// <summary>The dates as the foundation printed them, independent of the programme file.</summary>
internal static class PrintedCalendar
{
    private static readonly string[][] Rows = [.. File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Programmes", "calendar.csv"))
        .Select(line => line.Split(','))];

    public static LocalDate Of(int round, string column)
    {
        var number = round.ToString(CultureInfo.InvariantCulture);
        return JournalFact.DateOf(Rows.Single(row => row[0] == number)[Array.IndexOf(Rows[0], column)]);
    }

    public static int Places(int round) => int.Parse(Rows[round][1], CultureInfo.InvariantCulture);
}
