using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Public.Calendars;

/// <summary>The dates of one case as events, with its extensions and its open correction.</summary>
public static class CalendarOfCase
{
    private static readonly Step[] Steps =
        [Step.CompanyRegistration, Step.ProjectRegistration, Step.Implementation, Step.Claim];

    /// <summary>
    /// The dates that are fixed and still ahead; none where the case is closed. Before the draw has decided it has no
    /// deadline, and the day by which the result is told is all there is.
    /// </summary>
    public static IEnumerable<CalendarEvent> Of(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsClosed)
            yield break;
        if (state.Step == Step.AwaitingDraw)
        {
            yield return new CalendarEvent(
                $"{state.Id}-result@tedori", $"【{state.Id}】抽選の結果をお知らせする期限", edition.Name,
                edition.ResultDue(edition.Round(state.Id.Round.Number)))
            {
                Path = PathOf(state),
            };
            yield break;
        }

        if (state.Correction is { } correction)
        {
            var due = CaseSchedule.OfCorrection(edition, correction);
            yield return new CalendarEvent(
                $"{state.Id}-correction-{state.Corrections}@tedori", $"【{state.Id}】補正の回答の期限", due.Explanation,
                due.Date, edition.Hours.Closes)
            {
                Path = PathOf(state),
                AlarmDays = CalendarOfRounds.AlarmsBefore(edition, due.Date),
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
        Path = PathOf(state),
        AlarmDays = CalendarOfRounds.AlarmsBefore(edition, cutoff.Date),
        MovedAt = MovedAt(state, step),
    }.After(step == Step.Implementation ? null : cutoff.Outage);

    // Without the link of a mail the page says how to get one.
    private static string PathOf(CaseState state) => $"/my/{state.Id}";

    private static NodaTime.Instant? MovedAt(CaseState state, Step step) =>
        state.ExtendedAt.TryGetValue(step, out var at) ? at : null;
}
