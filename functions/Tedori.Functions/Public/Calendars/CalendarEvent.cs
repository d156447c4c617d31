using NodaTime;

namespace Tedori.Functions.Public.Calendars;

/// <summary>One event of a calendar feed.</summary>
/// <param name="Uid">The same for ever, so that a calendar that reads the feed again replaces the event.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Description.</param>
/// <param name="Day">The day, Asia/Tokyo.</param>
/// <param name="From">Time of day at which it begins, or null for the whole day.</param>
/// <param name="Until">When it ends, Asia/Tokyo, or null for a moment or a whole day.</param>
public sealed record CalendarEvent(
    string Uid, string Title, string Text, LocalDate Day, LocalTime? From = null, LocalDateTime? Until = null)
{
    private static readonly Instant Epoch = Instant.FromUtc(2025, 1, 1, 0, 0);

    /// <summary>Path of the page that says more, or null.</summary>
    public string? Path { get; init; }

    /// <summary>How many days before its day an alarm sounds, at nine in the morning; below zero after it.</summary>
    public IReadOnlyList<int> AlarmDays { get; init; } = [];

    /// <summary>When staff last moved it, or null.</summary>
    public Instant? MovedAt { get; init; }

    /// <summary>
    /// The same before a declared outage gave more time online, as it goes on for post; null where none did.
    /// </summary>
    public CalendarEvent? BeforeOutage { get; init; }

    /// <summary>What that outage gives, in Japanese; null where there is none.</summary>
    public string? OutageNotice { get; init; }

    /// <summary>
    /// Higher each time it is moved (RFC 5545, SEQUENCE): a calendar that has the event takes the new date only then.
    /// </summary>
    public int Sequence => MovedAt is { } moved ? 1 + (int)Math.Max(0, (moved - Epoch).TotalMinutes) : 0;
}
