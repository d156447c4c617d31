using NodaTime;

namespace Tedori.Programme.Programmes.Reading;

/// <summary>The section <c>windows</c>. Its bounds keep every count within the years a calendar must cover.</summary>
internal static class WindowsSection
{
    private const int MostBusinessDays = 60;

    private static readonly string[] Names =
    [
        "resultNoticeBusinessDays", "publishAt", "postalSettlementBusinessDays", "correctionBusinessDays",
        "reminderBusinessDays", "reminderAt", "drain", "beaconDelay", "deliveryTimeout",
    ];

    public static Windows? Read(FileNode node, ReadingLog log)
    {
        var windows = node.Object(Names);
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
        if (result is null || publishAt is null || settlement is null || correction is null || reminderAt is null
            || drain is null || beacon is null || delivery is null)
            return null;
        return new(
            result.Value, publishAt.Value, settlement.Value, correction.Value, reminders, reminderAt.Value,
            drain.Value, beacon.Value, delivery.Value);
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
