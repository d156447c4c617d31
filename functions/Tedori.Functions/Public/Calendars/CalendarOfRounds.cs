using System.Globalization;
using Tedori.Functions.Public.Home;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Calendars;

/// <summary>The dates of all rounds as events.</summary>
public static class CalendarOfRounds
{
    /// <summary>All of them.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="moved">Deadlines of rounds that staff moved.</param>
    public static IEnumerable<CalendarEvent> Of(Edition edition, params IReadOnlyList<MovedDeadline> moved) =>
        Of(edition, withYear: false, moved);

    /// <summary>All of them.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="withYear">Whether their titles say the year, where a feed has several.</param>
    /// <param name="moved">Deadlines of rounds that staff moved.</param>
    public static IEnumerable<CalendarEvent> Of(
        Edition edition, bool withYear, params IReadOnlyList<MovedDeadline> moved)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var year = withYear ? $"{edition.YearName} " : "";
        return edition.Rounds.SelectMany(r => OfRound(edition, r, moved).Select(
            e => e with { Title = string.Create(CultureInfo.InvariantCulture, $"{year}第{r.Number}回 {e.Title}") }));
    }

    /// <summary>The dates of one round, without its number in their titles.</summary>
    public static IEnumerable<CalendarEvent> OfRound(Edition edition, Round round, IReadOnlyList<MovedDeadline> moved)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        var id = new RoundId(edition.Id, round.Number);
        var closes = edition.Hours.Closes;
        var before = $"電子申請は{HomeModel.Clock(closes)}より前に受信したもの、郵送は当日消印有効";
        yield return Entries();
        yield return Due(
            "company", "企業情報の登録期限", before, round.CompanyRegistration, closes, Step.CompanyRegistration, null);
        yield return Due(
            "project", "対象事業の登録期限", before, round.ProjectRegistration, closes, Step.ProjectRegistration, null);
        foreach (var (track, name, dates) in new[] { (Track.Plain, "", round.Plain), (Track.Wage, "(賃上げあり)", round.Wage) })
        {
            var uid = track == Track.Plain ? "plain" : "wage";
            yield return Due(
                $"implementation-{uid}", $"取組期限{name}", edition.Name, dates.Implementation, null, Step.Implementation, track);
            yield return Due($"claim-{uid}", $"支給申請の期限{name}", before, dates.Claim, closes, Step.Claim, track);
        }

        CalendarEvent Entries()
        {
            var until = JapanTime.LocalOf(EntryWindow.Of(edition, round).Closes);
            var why = round.Moved is { } later
                ? $"\n締切を延長しました(延長前は{JapaneseDate.Full(round.EntryCloses)} {HomeModel.Clock(closes)})。理由: {later.Reason}"
                : "";
            return new(
                Uid("entry"), "事前エントリー",
                $"{edition.Name}\n電子申請のみ。{HomeModel.Clock(until.TimeOfDay)}より前に受信したもの{why}",
                round.EntryOpens, edition.Hours.Opens, until)
            {
                MovedAt = round.Moved?.At,
                Path = $"/rounds/{id}",
                // And on the last morning on which one can still enter.
                AlarmDays = [.. AlarmsBefore(edition, round.EntryOpens), -NodaTime.Period.DaysBetween(round.EntryOpens, until.Date)],
            };
        }

        CalendarEvent Due(
            string uid, string title, string text, NodaTime.LocalDate date, NodaTime.LocalTime? at, Step step, Track? track)
        {
            var last = moved.LastOf(id, step, track);
            var (day, outage) = (last?.Date ?? date, (Outage?)null);
            if (at is { } time)
                (_, outage) = edition.Outages.EndOf(JapanTime.At(day, time));
            return new CalendarEvent(Uid(uid), title, text, day, at)
            {
                MovedAt = last?.At,
                Path = $"/rounds/{id}",
                AlarmDays = AlarmsBefore(edition, day),
            }.After(outage);
        }

        string Uid(string what) =>
            string.Create(CultureInfo.InvariantCulture, $"{edition.Id}-{round.Number:00}-{what}@tedori");
    }

    /// <summary>Days before a date on which its calendars sound: those on which the office reminds whoever is concerned.</summary>
    internal static int[] AlarmsBefore(Edition edition, NodaTime.LocalDate day) =>
    [
        .. edition.Windows.ReminderBusinessDays.Select(n => NodaTime.Period.DaysBetween(
            edition.Calendar.AddBusinessDays(day, -n), day)),
    ];
}
