using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>Why a date is the one it is (この日付の根拠), for companies and staff.</summary>
/// <param name="Date">The date, Asia/Tokyo.</param>
/// <param name="Sentence">In Japanese, in one sentence of at most 60 characters.</param>
/// <param name="Counted">How it is counted, or null where it is not.</param>
/// <param name="Source">Where the rule or the date stands, in Japanese.</param>
public sealed record DateReason(LocalDate Date, string Sentence, CountedDay? Counted, string Source)
{
    private const string Guideline = "募集要項1(4)";

    /// <summary>The last day of the result notices of a round.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="round">The round.</param>
    public static DateReason OfResult(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        return Count(edition, round.EntryCloses, edition.Windows.ResultNoticeBusinessDays, $"{Guideline}(ア)");
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
        var usual = Count(edition, correction.AskedOn, edition.Windows.CorrectionBusinessDays, Source);
        return usual.Date == correction.Due ? usual : Fixed(correction.Due, "補正をお願いしたときに、個別に定めた期限です。", Source);
    }

    private static DateReason OfStep(Edition edition, CaseState state, LocalDate date)
    {
        var general = state with { Extensions = new Dictionary<Step, LocalDate>() };
        return CaseSchedule.DateOf(edition, general, state.Step) is { } usual && usual != date
            ? Fixed(date, $"この申請に個別に定めた期限です(一律の期限は{JapaneseDate.Full(usual)})。", "お送りした通知")
            : Fixed(date, $"第{state.Id.Round.Number}回の「{CaseLabels.Of(state.Step)}」の期限として、一律に定められた日です。", Guideline);
    }

    private static DateReason Count(Edition edition, LocalDate from, int businessDays, string source)
    {
        var counted = CountedDay.After(edition.Calendar, from, businessDays);
        return new(counted.Date, counted.Sentence, counted, source);
    }

    private static DateReason Fixed(LocalDate date, string sentence, string source) => new(date, sentence, null, source);
}
