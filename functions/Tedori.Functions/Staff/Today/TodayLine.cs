using NodaTime;

namespace Tedori.Functions.Staff.Today;

/// <summary>Something that is due.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">What it is called, for example the receipt number and the company.</param>
/// <param name="Link">Where one goes on with it.</param>
/// <param name="Why">Why it is here and what to do, in Japanese.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Due">Until when, Asia/Tokyo, inclusive, or null where no date is set.</param>
/// <param name="Left">Business days until then, or null.</param>
/// <param name="Task">Key of the task that can be marked as done, or null.</param>
public sealed record TodayLine(
    TodayKind Kind, string Subject, string Link, string Why, Instant Since, LocalDate? Due = null,
    RemainingDays? Left = null,
    string? Task = null);
