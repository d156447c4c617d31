namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>entry</c>.</summary>
internal static class EntrySection
{
    private const string Promotion = "promotionBusinessDays";
    private const string Redraws = "redraws";
    private const int MostConditions = 30;
    private const int MostVariants = 500;

    public static EntryRules? Read(FileNode node, ReadingLog log)
    {
        var entry = node.Object(["maximumEmployees", "winnersMayEnterAgain"], Promotion, Redraws, "conditions", "kanjiVariants");
        var employees = entry.Field("maximumEmployees").Marked(log).Count(1, 1_000_000);
        var again = entry.Field("winnersMayEnterAgain").Marked(log).Flag();
        // A file that does not speak of promotion has none.
        var promotion = entry.Field(Promotion).IsAbsent ? 0 : entry.Field(Promotion).Marked(log).Count(0, 60);
        var redraws = entry.Field(Redraws).IsAbsent ? 2 : entry.Field(Redraws).Marked(log).Count(0, 20);
        var conditions = Conditions(entry.Field("conditions"), log);
        return employees is null || again is null || promotion is null || redraws is null
            ? null
            : new(employees.Value, again.Value, promotion.Value)
            {
                Conditions = conditions,
                MostRedraws = redraws.Value,
                Variants = Variants(entry.Field("kanjiVariants")),
            };
    }

    // Files written before there were conditions have none.
    private static List<EntryCondition> Conditions(FileNode node, ReadingLog log)
    {
        var conditions = new List<EntryCondition>();
        foreach (var element in node.IsAbsent ? [] : node.Elements(MostConditions))
        {
            var condition = element.Object(["id", "text"]);
            var id = Id(condition.Field("id"));
            var mark = condition.Field("text");
            if (mark.Marked(log).Text() is not { } text || id is null)
                continue;
            if (conditions.Any(c => c.Id == id))
                condition.Field("id").Fault($"The id {id} stands for another condition already; write another.");
            conditions.Add(new(id, text, Rule(mark)));
        }

        return conditions;
    }

    // Files that name none have the usual ones.
    private static List<string> Variants(FileNode node)
    {
        var variants = new List<string>();
        foreach (var element in node.IsAbsent ? [] : node.Elements(MostVariants))
        {
            if (element.Text() is { } group)
                variants.Add(group);
        }

        return variants;
    }

    private static string? Id(FileNode node)
    {
        if (node.Text() is not { } id)
            return null;
        if (id.Length <= 40 && char.IsAsciiLetterLower(id[0]) && id.All(char.IsAsciiLetterOrDigit))
            return id;
        node.Fault(
            $"{node.Found()} is not an id such as workRules; write letters and digits, first a lower-case letter.");
        return null;
    }

    private static string Rule(FileNode mark) => mark.Field("source").Written == "G"
        ? mark.Field("citation").Written
        : "";
}
