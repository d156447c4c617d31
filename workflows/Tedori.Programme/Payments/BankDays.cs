using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Payments;

/// <summary>
/// Days on which banks transfer (銀行営業日): closed on weekends, holidays and 12/31–1/3, open on 12/29 and 12/30. All dates are
/// of Asia/Tokyo. Pure.
/// </summary>
/// <param name="calendar">Business days of the banks (an edition's <c>BankCalendar</c>), not of the office.</param>
public sealed class BankDays(BusinessCalendar calendar)
{
    /// <summary>Whether banks transfer on the day.</summary>
    /// <exception cref="YearNotCoveredException">The calendar has no holidays for that year.</exception>
    public bool IsOpen(LocalDate date) => calendar.IsOpen(date);

    /// <summary>The first bank day after the date, which itself does not count.</summary>
    /// <exception cref="YearNotCoveredException">The search runs into a year without holidays.</exception>
    public LocalDate After(LocalDate date) => calendar.AddBusinessDays(date, 1);

    /// <summary>The last bank day before the date, which itself does not count.</summary>
    /// <exception cref="YearNotCoveredException">The search runs into a year without holidays.</exception>
    public LocalDate Before(LocalDate date) => calendar.AddBusinessDays(date, -1);

    /// <summary>The date itself where banks are open, else the next bank day.</summary>
    /// <exception cref="YearNotCoveredException">The search runs into a year without holidays.</exception>
    public LocalDate OnOrAfter(LocalDate date) => calendar.OnOrAfter(date);

    /// <summary>The date itself where banks are open, else the last bank day before it.</summary>
    /// <exception cref="YearNotCoveredException">The search runs into a year without holidays.</exception>
    public LocalDate OnOrBefore(LocalDate date) => calendar.IsOpen(date) ? date : Before(date);

    /// <summary>Why money cannot be transferred on a day (振込指定日), or null where it can.</summary>
    /// <param name="date">The day of the transfer.</param>
    /// <param name="today">The day on which it is asked; the same day can still be chosen.</param>
    public Refusal? Refuses(LocalDate date, LocalDate today)
    {
        if (date < today)
            return new("transferPast", $"振込指定日の{JapaneseDate.Full(date)}は過ぎています。{JapaneseDate.Full(today)}以後の銀行営業日にしてください。");
        if (!calendar.Years.Contains(date.Year))
            return new("transferYear", $"{date.Year}年の祝日が登録されていないため、振込指定日にできません。");
        return calendar.ClosedBecause(date) is { } why
            ? new("transferClosed", $"振込指定日の{JapaneseDate.Full(date)}は銀行の休業日({why})です。{Hint(date, today)}")
            : null;
    }

    // The bank days beside it that can be chosen.
    private string Hint(LocalDate date, LocalDate today)
    {
        var before = Reached(date, -1) is { } earlier && earlier >= today ? JapaneseDate.Full(earlier) : null;
        var after = Reached(date, 1) is { } later ? JapaneseDate.Full(later) : null;
        return string.Join("か", new[] { before, after }.OfType<string>()) is { Length: > 0 } days ? $"{days}にしてください。" : "";
    }

    private LocalDate? Reached(LocalDate date, int step)
    {
        do
        {
            date = date.PlusDays(step);
            if (!calendar.Years.Contains(date.Year))
                return null;
        }
        while (!calendar.IsOpen(date));
        return date;
    }
}
