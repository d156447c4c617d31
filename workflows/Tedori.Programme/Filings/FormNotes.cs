using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>What the rules work out while a company fills a form in: nothing of it is decided yet.</summary>
/// <param name="Amount">The amount with its explanation; empty for forms without items.</param>
/// <param name="Dates">The dates that would follow from the track; empty once the track is fixed.</param>
/// <param name="Readings">What was read of dates, numbers and times, by the name of the field.</param>
/// <param name="Verdicts">One sentence or two per line, by its id, for example <c>wage-1</c> or <c>rest-2</c>.</param>
public sealed record FormNotes(
    IReadOnlyList<string> Amount, IReadOnlyList<string> Dates, IReadOnlyDictionary<string, string> Readings,
    IReadOnlyDictionary<string, string> Verdicts)
{
    /// <summary>Why the amount is the one it is, or null for forms without items.</summary>
    public AmountReason? Reason { get; init; }

    /// <summary>Works them out.</summary>
    public static FormNotes Of(Edition edition, CaseState state, FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        var readings = form.Fields.Select(f => (f.Name, Read: FieldReading.Of(f, answers[f.Name])))
            .Where(r => r.Read is not null).ToDictionary(r => r.Name, r => r.Read!);
        if (form.Key.Kind is not (FormKind.Project or FormKind.Claim))
            return new([], [], readings, new Dictionary<string, string>());
        var wages = ItemAnswers.Wages(edition, answers)
            .Select(w => ($"wage-{w.Line}", WageCheck.Of(edition.Filings, w.Wage).Explanation));
        var rests = form.Key.Kind == FormKind.Project
            ? ItemAnswers.Rests(edition, answers).Select(
                r => ($"rest-{r.Line}", Rest(edition, answers, r.Line, r.Schedule)))
            : [];
        var weeks = form.Key.Kind == FormKind.Project
            ? WeekFields.Read(edition, answers).Select(w => ($"week-{w.Line}", Week(edition, w.Week)))
            : [];
        return new(
            [.. ItemAnswers.Amount(edition, form, answers).Lines, .. LeftOut(edition, answers)],
            form.Key.Kind == FormKind.Project ? Track(edition, state, answers) : [],
            readings,
            wages.Concat(rests).Concat(weeks).ToDictionary(v => v.Item1, v => v.Item2))
        {
            Reason = ItemAnswers.Reason(edition, form, answers),
        };
    }

    private static string Week(Edition edition, FourDayWeek week)
    {
        var refusals = FourDayWeekCheck.Of(edition.Filings, week);
        return refusals.Count == 0
            ? $"要件を満たします。{FourDayWeekCheck.Explain(week)}"
            : string.Concat(refusals.Select(r => r.Text));
    }

    private static IEnumerable<string> LeftOut(Edition edition, FormAnswers answers)
    {
        var counted = ItemAnswers.Counted(edition, answers);
        int[] left = [.. ItemAnswers.Wages(edition, answers).Select(w => w.Line).Except(counted)];
        return left.Length == 0 ? [] : [$"要件を満たさない行と重複する行({string.Join("、", left.Select(n => $"{n}人目"))})は含めていません。"];
    }

    private static string[] Track(Edition edition, CaseState state, FormAnswers answers)
    {
        var track = ItemAnswers.TrackOf(edition, answers);
        var dates = edition.Round(state.Id.Round.Number).On(track);
        var why = track == Programme.Track.Wage ? "賃金引上げの項目を含むため" : "賃金引上げの項目を含まないため";
        return
        [
            $"{why}、取組期限は{JapaneseDate.Full(dates.Implementation)}です。",
            $"支給申請の期限は{JapaneseDate.Full(dates.Claim)} "
                + $"{edition.Hours.Closes.Hour}:{edition.Hours.Closes.Minute:00}です(郵送は当日消印有効)。",
        ];
    }

    private static string Rest(Edition edition, FormAnswers answers, int line, RestSchedule schedule)
    {
        var refusals = RestCheck.Of(edition.Filings, schedule);
        var verdict = refusals.Count == 0 ? "休息時間は要件を満たします。" : string.Concat(refusals.Select(r => r.Text));
        return Times.Read(answers[ItemFields.Rest(line, "end")], nextDay: true) is { IsRead: true, Value: var end }
            ? $"{verdict}計算例({end}に終業): {Example(end.Time, schedule)}"
            : verdict;
    }

    private static string Example(LocalTime end, RestSchedule schedule) =>
        RestExample.Of(end, schedule.Start, schedule.RestMinutes).Explain(schedule.Overlap);
}
