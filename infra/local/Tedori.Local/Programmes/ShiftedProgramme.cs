using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Local.Programmes;

/// <summary>
/// The product's programme moved so that its first round is open on a day, for who tries the app then: the same rules,
/// other dates. Its id begins with t, which no programme of the office does.
/// </summary>
internal static class ShiftedProgramme
{
    private const string File = "Editions/r7.json";
    private const int RegistrationBusinessDays = 14;
    private const int PreparationDays = 130;
    private const int LastYearFromOpening = 4;

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file: entries of round 1 opened before the day and close after it.</summary>
    /// <param name="today">The day, in Japan.</param>
    /// <exception cref="YearNotCoveredException">The holidays of the years that follow are not known.</exception>
    public static string OpenOn(LocalDate today)
    {
        var file = Original();
        var calendar = CalendarFrom(today.Year - 1);
        var opens = today.PlusDays(-1);
        while (!calendar.IsOpen(opens))
            opens = opens.PlusDays(-1);
        var year = opens.PlusMonths(-3).Year;
        file["id"] = $"t{year - 2018}";
        file["fiscalYear"] = year;
        file["name"] = ((string)file["name"]!).Replace("令和7年度", $"令和{year - 2018}年度") + "(開発用)";
        var rounds = file["rounds"]!["value"]!.AsArray();
        var delta = Period.DaysBetween(DateOf(rounds[0]!, "entryOpens"), opens);
        foreach (var round in rounds)
            Shift(round!, delta, (int)round!["number"]! == 1 ? today.PlusDays(1) : LocalDate.MinIsoValue, calendar);
        file["holidays"] = Holidays(today.Year - 1);
        return file.ToJsonString(Readable) + "\n";
    }

    private static JsonNode Original()
    {
        using var stream = typeof(EditionReader).Assembly.GetManifestResourceStream(File)!;
        return JsonNode.Parse(stream)!;
    }

    private static void Shift(JsonNode round, int delta, LocalDate closesFrom, BusinessCalendar calendar)
    {
        var project = DateOf(round, "projectRegistration");
        var opens = calendar.OnOrAfter(DateOf(round, "entryOpens").PlusDays(delta));
        var closes = calendar.OnOrAfter(
            LocalDate.Max(DateOf(round, "entryCloses").PlusDays(delta), LocalDate.Max(opens, closesFrom)));
        var company = calendar.AddBusinessDays(closes, RegistrationBusinessDays);
        var registered = calendar.OnOrAfter(company.PlusDays(PreparationDays));
        foreach (var track in new[] { round["plain"]!, round["wage"]! })
        {
            foreach (var step in new[] { "implementation", "claim" })
            {
                var after = Period.DaysBetween(project, DateOf(track, step));
                track[step] = TextOf(calendar.OnOrAfter(registered.PlusDays(after)));
            }
        }

        (round["entryOpens"], round["entryCloses"]) = (TextOf(opens), TextOf(closes));
        (round["companyRegistration"], round["projectRegistration"]) = (TextOf(company), TextOf(registered));
    }

    private static BusinessCalendar CalendarFrom(int first)
    {
        var years = Enumerable.Range(first, LastYearFromOpening + 1).ToList();
        if (years.FindIndex(y => !NationalHolidays.Years.Contains(y)) is >= 0 and var missing)
            throw new YearNotCoveredException(years[missing], NationalHolidays.Years);
        var office = EditionReader.R7().Calendar;
        var holidays = years.SelectMany(NationalHolidays.Of).ToDictionary(h => h.Key, h => h.Value);
        return new(holidays, years, office.YearEnd, office.NewYear);
    }

    private static JsonObject Holidays(int first) => new(Enumerable.Range(first, LastYearFromOpening + 1)
        .Select(year => KeyValuePair.Create($"{year}", (JsonNode?)new JsonArray([.. NationalHolidays.Of(year)
            .OrderBy(h => h.Key).Select(h => (JsonNode?)$"{TextOf(h.Key)} {h.Value}")]))));

    private static LocalDate DateOf(JsonNode node, string name) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(((string)node[name]!)[..^3]).GetValueOrThrow();

    private static string TextOf(LocalDate date) => $"{date:uuuu-MM-dd}({JapaneseDate.Weekday(date)})";
}
