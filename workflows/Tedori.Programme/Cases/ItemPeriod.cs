using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>
/// When a rule must have been made and come into force, or wages raised, to count: from the day of the project registration
/// to the last day of the implementation, both inclusive, Asia/Tokyo.
/// </summary>
/// <param name="From">The day of the project registration.</param>
/// <param name="Until">The last day of the implementation (取組期限).</param>
public sealed record ItemPeriod(LocalDate From, LocalDate Until)
{
    /// <summary>The period of an item, or null where the edition knows none or nothing is registered.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="item">Number of the item: one that a later version of the registration added counts from that one.</param>
    public static ItemPeriod? Of(Edition edition, CaseState state, int item)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        return edition.Filings.ItemDatesInPeriod
            && state.FiledOn.TryGetValue(Step.ProjectRegistration, out var from)
            && CaseSchedule.DateOf(edition, state, Step.Implementation) is { } until
                ? new(state.ItemsAddedOn.TryGetValue(item, out var added) ? added : from, until)
                : null;
    }

    /// <summary>Whether a date lies in it.</summary>
    public bool Contains(LocalDate date) => date >= From && date <= Until;

    /// <summary>The period in Japanese.</summary>
    public string Text =>
        $"{JapaneseDate.Full(From)}(奨励金対象事業の登録の日)から{JapaneseDate.Full(Until)}(取組期限)まで";
}
