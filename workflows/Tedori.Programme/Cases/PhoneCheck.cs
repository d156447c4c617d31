using NodaTime;

namespace Tedori.Programme.Cases;

/// <summary>
/// How staff made sure by phone that a change of contact is the company's wish (電話による本人確認). Storage format.
/// </summary>
/// <param name="Number">The number that staff called.</param>
/// <param name="Source">Where staff have the number from: never from who asks for the change.</param>
/// <param name="Person">Whom staff spoke to.</param>
/// <param name="On">Day of the call, Asia/Tokyo.</param>
public sealed record PhoneCheck(string Number, string Source, string Person, LocalDate On)
{
    /// <summary>Most characters of the source.</summary>
    public const int MostSourceCharacters = 100;

    /// <summary>Most characters of the person's name.</summary>
    public const int MostPersonCharacters = 60;

    /// <summary>Most calendar days between the call and the change: an older call says little about today.</summary>
    public const int MostDays = 30;

    /// <summary>What is wrong with it on that day, or null.</summary>
    /// <param name="today">The day of the change, Asia/Tokyo.</param>
    public Refusal? Fault(LocalDate today) =>
        string.IsNullOrWhiteSpace(Number) || string.IsNullOrWhiteSpace(Person) || Person.Length > MostPersonCharacters
            || string.IsNullOrWhiteSpace(Source) || Source.Length > MostSourceCharacters
            ? Refusals.PhoneCheckMissing
            : On > today || Period.DaysBetween(On, today) > MostDays
                ? Refusals.PhoneCheckDate(On)
                : null;
}
