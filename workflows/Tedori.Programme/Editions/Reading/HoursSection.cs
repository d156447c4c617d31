namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>hours</c>: guideline 1(4).</summary>
internal static class HoursSection
{
    public static ServiceHours? Read(FileNode node, ReadingLog log)
    {
        var hours = node.Object(["opens", "closes"]);
        var opens = hours.Field("opens").Marked(log).Time();
        var closes = hours.Field("closes").Marked(log).Time();
        if (opens is null || closes is null)
            return null;
        if (opens >= closes)
        {
            hours.Field("closes").Fault(
                $"closes ({closes:HH:mm}) must lie after opens ({opens:HH:mm}); correct one of the two.");
        }

        return new(opens.Value, closes.Value);
    }
}
