using NodaTime;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>windows</c>. Its bounds keep every count within the years a calendar must cover.</summary>
internal static class WindowsSection
{
    private const int MostBusinessDays = 60;
    private const string MailEvents = "mailEventDays";
    private const string Attempts = "attemptBusinessDays";

    private static readonly string[] Names =
    [
        "resultNoticeBusinessDays", "publishAt", "postalSettlementBusinessDays", "correctionBusinessDays",
        "reminderBusinessDays", "reminderAt", "drain", "beaconDelay", "deliveryTimeout",
    ];

    public static Windows? Read(FileNode node, ReadingLog log)
    {
        var windows = node.Object(Names, MailEvents, Attempts);
        FileNode Value(string name) => windows.Field(name).Marked(log);
        var result = Value("resultNoticeBusinessDays").Count(1, MostBusinessDays);
        var publishAt = Value("publishAt").Time();
        var settlement = Value("postalSettlementBusinessDays").Count(0, MostBusinessDays);
        var correction = Value("correctionBusinessDays").Count(1, MostBusinessDays);
        var reminders = Reminders(Value("reminderBusinessDays"));
        var reminderAt = Value("reminderAt").Time();
        var drain = Value("drain").Length(Duration.Zero);
        var beacon = Value("beaconDelay").Length(Duration.FromSeconds(1));
        var delivery = Value("deliveryTimeout").Length(Duration.FromSeconds(1));
        // A file that does not speak of it keeps them as long as the default. A server repeats for days.
        var reports = windows.Field(MailEvents).IsAbsent ? null : Value(MailEvents).Count(7, 3_660);
        var attempts = windows.Field(Attempts).IsAbsent ? null : Value(Attempts).Count(1, MostBusinessDays);
        if (result is null || publishAt is null || settlement is null || correction is null || reminderAt is null
            || drain is null || beacon is null || delivery is null)
            return null;
        var read = new Windows(
            result.Value, publishAt.Value, settlement.Value, correction.Value, reminders, reminderAt.Value,
            drain.Value, beacon.Value, delivery.Value)
        {
            AttemptBusinessDays = attempts,
        };
        return reports is { } days ? read with { MailEventDays = days } : read;
    }

    private static int[] Reminders(FileNode node)
    {
        var elements = node.Elements(maximum: 10, minimum: 0);
        int?[] days = [.. elements.Select(e => e.Count(1, MostBusinessDays))];
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] >= days[i - 1])
                elements[i].Fault($"{days[i]} is not below {days[i - 1]}; list reminders from most days to fewest.");
        }

        return [.. days.OfType<int>()];
    }
}
