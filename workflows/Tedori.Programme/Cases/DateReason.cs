using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>Why a date is the one it is (この日付の根拠), for companies and staff.</summary>
/// <param name="Date">The date, Asia/Tokyo.</param>
/// <param name="Sentence">In Japanese, in one sentence of at most 60 characters.</param>
/// <param name="Base">The day from whose next day it is counted, or null where it is not counted.</param>
/// <param name="BusinessDays">The how manieth business day it is, or 0 where it is not counted.</param>
/// <param name="Skipped">The closed days that were not counted, in order.</param>
/// <param name="Source">Where the rule or the date stands, in Japanese.</param>
public sealed record DateReason(
    LocalDate Date, string Sentence, LocalDate? Base, int BusinessDays, IReadOnlyList<ClosedDay> Skipped, string Source)
{
    private const string Guideline = "募集要項1(4)";

    /// <summary>A date that is counted in business days from the day after another.</summary>
    /// <param name="edition">The programme, for its calendar.</param>
    /// <param name="from">The base date, which is not counted.</param>
    /// <param name="businessDays">How many, at least 1.</param>
    /// <param name="source">Where the rule stands.</param>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public static DateReason Counted(Edition edition, LocalDate from, int businessDays, string source)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentOutOfRangeException.ThrowIfLessThan(businessDays, 1);
        var date = edition.Calendar.AddBusinessDays(from, businessDays);
        var closed = edition.Calendar.ClosedDays(from, date);
        var without = closed.Count == 0 ? "" : $"(閉庁日{closed.Count}日を除く)";
        return new(
            date, $"{JapaneseDate.MonthDay(from)}の翌日から数えて{businessDays}営業日目です{without}。", from, businessDays,
            [.. closed.Select(d => new ClosedDay(d, edition.Calendar.ClosedBecause(d)!))], source);
    }

    /// <summary>The last day of the result notices of a round.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="round">The round.</param>
    public static DateReason OfResult(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        return Counted(edition, round.EntryCloses, edition.Windows.ResultNoticeBusinessDays, $"{Guideline}(ア)");
    }

    /// <summary>
    /// The date that a case meets next: that of its result while it waits for the draw, else its deadline; null where
    /// neither runs.
    /// </summary>
    /// <param name="edition">The programme.</param>
    /// <param name="state">The case.</param>
    public static DateReason? Of(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsClosed)
            return null;
        if (state.Step == Step.AwaitingDraw)
            return OfResult(edition, edition.Round(state.Id.Round.Number));
        if (CaseSchedule.Current(edition, state) is not { } cutoff)
            return null;
        return state.Correction is { } correction && state.Step == correction.Review
            ? OfCorrection(edition, correction)
            : OfStep(edition, state, cutoff.Date);
    }

    private static DateReason OfCorrection(Edition edition, Correction correction)
    {
        const string Source = "補正をお願いした通知";
        var usual = Counted(edition, correction.AskedOn, edition.Windows.CorrectionBusinessDays, Source);
        return usual.Date == correction.Due ? usual : Fixed(correction.Due, "補正をお願いしたときに、個別に定めた期限です。", Source);
    }

    private static DateReason OfStep(Edition edition, CaseState state, LocalDate date)
    {
        var general = state with { Extensions = new Dictionary<Step, LocalDate>() };
        return CaseSchedule.DateOf(edition, general, state.Step) is { } usual && usual != date
            ? Fixed(date, $"この申請に個別に定めた期限です(一律の期限は{JapaneseDate.Full(usual)})。", "お送りした通知")
            : Fixed(date, $"第{state.Id.Round.Number}回の「{CaseLabels.Of(state.Step)}」の期限として、一律に定められた日です。", Guideline);
    }

    private static DateReason Fixed(LocalDate date, string sentence, string source) => new(date, sentence, null, 0, [], source);
}

/// <summary>A day on which the office is closed.</summary>
/// <param name="Date">The day.</param>
/// <param name="Why">Why, in Japanese, for example 土曜日.</param>
public sealed record ClosedDay(LocalDate Date, string Why);
