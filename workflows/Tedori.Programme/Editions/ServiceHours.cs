using NodaTime;

namespace Tedori.Programme.Editions;

/// <summary>
/// Opening (inclusive) and closing (exclusive) time of the electronic channel, Asia/Tokyo: guideline 1(4).
/// </summary>
/// <param name="Opens">First instant that counts, on the first day of a window.</param>
/// <param name="Closes">First instant that no longer counts, on the last day of a window.</param>
public sealed record ServiceHours(LocalTime Opens, LocalTime Closes);
