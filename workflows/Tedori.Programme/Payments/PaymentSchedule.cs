using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Payments;

/// <summary>When a company is reminded of its invoice, and until when it may file it.</summary>
public static class PaymentSchedule
{
    /// <summary>
    /// The deadline of the invoice that the company is asked for; null where the edition has none, or as long as its calendar
    /// does not reach so far: what nobody can count ends nobody's claim.
    /// </summary>
    public static Cutoff? InvoiceEnd(Edition edition, PaymentRules rules, PaymentState s)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(s);
        return rules.InvoiceBusinessDays is { } days && Reaches(edition, s.AskedOn, days)
            ? Cutoff.After(edition, s.AskedOn, days, "奨励金の請求の期限", post: true)
            : null;
    }

    /// <summary>The reminders to come, in order; none once the invoice is there.</summary>
    public static IReadOnlyList<(Instant At, int BusinessDays)> Reminders(Edition edition, PaymentRules rules, PaymentState s)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(s);
        if (!s.AsksInvoice)
            return [];
        var done = s.Reminded.DefaultIfEmpty(0).Max();
        var end = InvoiceEnd(edition, rules, s)?.ElectronicEnd ?? Instant.MaxValue;
        return [.. rules.InvoiceReminders.Where(days => days > done && Reaches(edition, s.AskedOn, days))
            .Select(days => (JapanTime.At(edition.Calendar.AddBusinessDays(s.AskedOn, days), edition.Windows.ReminderAt), days))
            .Where(r => r.Item1 < end)];
    }

    /// <summary>When the money has to be looked at next although nobody asks, or null.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="s">The money.</param>
    /// <param name="now">Whatever is due until then, inclusive, has been done.</param>
    public static Instant? NextWake(Edition edition, PaymentState s, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(s);
        if (edition.Payment is not { } rules || !s.AsksInvoice)
            return null;
        IEnumerable<Instant> ends = InvoiceEnd(edition, rules, s) is { } cutoff ? [cutoff.SettledAt] : [];
        return Reminders(edition, rules, s).Select(r => r.At).Concat(ends).Where(at => at > now).Cast<Instant?>().Min();
    }

    /// <summary>Whether the calendar knows every day that such a count and the settlement of its post can touch.</summary>
    public static bool Reaches(Edition edition, LocalDate from, int businessDays)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var last = from.PlusDays(21 + 2 * (businessDays + edition.Windows.PostalSettlementBusinessDays));
        return edition.Calendar.Years.Contains(from.Year) && edition.Calendar.Years.Contains(last.Year);
    }
}
