namespace Tedori.Programme.Programmes.Reading;

/// <summary>The section <c>entry</c>.</summary>
internal static class EntrySection
{
    private const string Promotion = "promotionBusinessDays";

    public static EntryRules? Read(FileNode node, ReadingLog log)
    {
        var entry = node.Object(["maximumEmployees", "winnersMayEnterAgain"], Promotion);
        var employees = entry.Field("maximumEmployees").Marked(log).Count(1, 1_000_000);
        var again = entry.Field("winnersMayEnterAgain").Marked(log).Flag();
        // A file that does not speak of promotion has none.
        var promotion = entry.Field(Promotion).IsAbsent ? 0 : entry.Field(Promotion).Marked(log).Count(0, 60);
        return employees is null || again is null || promotion is null
            ? null
            : new(employees.Value, again.Value, promotion.Value);
    }
}
