using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Home;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Calendars;

/// <summary>Dates for calendars: a feed of all rounds, and the dates of one case to download.</summary>
public sealed class CalendarEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, CaseCommandHandler cases, MovedDeadlines moved)
{
    /// <summary>All rounds.</summary>
    [Function("Calendar")]
    public Task<IActionResult> OfRoundsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calendar.ics")] HttpRequest request) =>
        pipeline.PublicAsync(request, async page =>
        {
            List<Edition> all = [.. editions.All];
            var name = string.Join("・", all.Select(e => e.Name));
            var shifted = await moved.AllAsync(page.Cancellation);
            var rounds = all.SelectMany(e => CalendarOfRounds.Of(e, withYear: all.Count > 1, [.. shifted]));
            // Outages are of the office, not of a year.
            var outages = CalendarOfOutages.Of(all[^1].Outages);
            return File(CalendarText.Write(name, rounds.Concat(outages), page.ReceivedAt));
        });

    /// <summary>One case. A calendar cannot hold the session's cookie, so it is for downloading.</summary>
    [Function("CalendarOfCase")]
    public Task<IActionResult> OfCaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/calendar.ics")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var id = page.Session.CaseId;
            if (await cases.ReadAsync(id, page.Cancellation) is not { State: { } state })
                return await responses.NotFoundAsync();
            var events = CalendarOfCase.Of(editions.Of(id), state);
            request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}.ics\"";
            return File(CalendarText.Write($"{id}", events, page.ReceivedAt));
        });

    private static ContentResult File(string text) =>
        new ContentResult { Content = text, ContentType = "text/calendar; charset=utf-8", StatusCode = 200 };
}

/// <summary>The dates of one case as events, with its extensions and its open correction.</summary>
public static class CalendarOfCase
{
    private static readonly Step[] Steps =
        [Step.CompanyRegistration, Step.ProjectRegistration, Step.Implementation, Step.Claim];

    /// <summary>The dates that are fixed and still ahead; none where the case is closed.</summary>
    public static IEnumerable<CalendarEvent> Of(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsClosed)
            yield break;
        if (state.Correction is { } correction)
        {
            var due = CaseSchedule.OfCorrection(edition, correction);
            yield return new CalendarEvent(
                $"{state.Id}-correction-{state.Corrections}@tedori", $"【{state.Id}】補正の回答の期限", due.Explanation,
                due.Date, edition.Hours.Closes)
            {
                MovedAt = MovedAt(state, correction.Review),
            }.After(due.Outage);
        }

        foreach (var step in Steps.Where(s => s >= state.Step))
        {
            if (CaseSchedule.Of(edition, state, step) is { } cutoff)
                yield return Of(edition, state, step, cutoff);
        }
    }

    private static CalendarEvent Of(Edition edition, CaseState state, Step step, Cutoff cutoff) => new CalendarEvent(
        $"{state.Id}-{char.ToLowerInvariant(step.ToString()[0])}{step.ToString()[1..]}@tedori",
        $"【{state.Id}】{CaseLabels.Of(step)}の期限",
        step == Step.Implementation ? edition.Name : cutoff.Explanation,
        cutoff.Date,
        step == Step.Implementation ? null : edition.Hours.Closes)
    {
        MovedAt = MovedAt(state, step),
    }.After(step == Step.Implementation ? null : cutoff.Outage);

    private static NodaTime.Instant? MovedAt(CaseState state, Step step) =>
        state.ExtendedAt.TryGetValue(step, out var at) ? at : null;
}

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
        return edition.Rounds.SelectMany(r => OfRound(edition, r, moved, withYear ? $"{edition.YearName} " : ""));
    }

    private static IEnumerable<CalendarEvent> OfRound(
        Edition edition, Round round, IReadOnlyList<MovedDeadline> moved, string year)
    {
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
                Uid("entry"), Title("事前エントリー"),
                $"{edition.Name}\n電子申請のみ。{HomeModel.Clock(until.TimeOfDay)}より前に受信したもの{why}",
                round.EntryOpens, edition.Hours.Opens, until)
            {
                MovedAt = round.Moved?.At,
            };
        }

        CalendarEvent Due(
            string uid, string title, string text, NodaTime.LocalDate date, NodaTime.LocalTime? at, Step step, Track? track)
        {
            var last = moved.LastOf(id, step, track);
            var (day, outage) = (last?.Date ?? date, (Outage?)null);
            if (at is { } time)
                (_, outage) = edition.Outages.EndOf(JapanTime.At(day, time));
            return new CalendarEvent(Uid(uid), Title(title), text, day, at) { MovedAt = last?.At }.After(outage);
        }

        string Uid(string what) =>
            string.Create(CultureInfo.InvariantCulture, $"{edition.Id}-{round.Number:00}-{what}@tedori");

        string Title(string what) => string.Create(CultureInfo.InvariantCulture, $"{year}第{round.Number}回 {what}");
    }
}
