namespace Tedori.Programme.Programmes.Reading;

/// <summary>The section <c>entry</c>.</summary>
internal static class EntrySection
{
    public static EntryRules? Read(FileNode node, ReadingLog log)
    {
        var entry = node.Object(["maximumEmployees", "winnersMayEnterAgain"]);
        var employees = entry.Field("maximumEmployees").Marked(log).Count(1, 1_000_000);
        var again = entry.Field("winnersMayEnterAgain").Marked(log).Flag();
        return employees is null || again is null ? null : new(employees.Value, again.Value);
    }
}
