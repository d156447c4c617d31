using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>
/// A date that two people made a closed or an open day, whatever the edition says (休日表の変更). Storage format.
/// </summary>
/// <param name="Date">The date, Asia/Tokyo.</param>
/// <param name="Closed">Whether the office is closed on it.</param>
/// <param name="Name">What the day is called, for example 臨時閉庁.</param>
public sealed record ClosedDayChange(LocalDate Date, bool Closed, string Name);
