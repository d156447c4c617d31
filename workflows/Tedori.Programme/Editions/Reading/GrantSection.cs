namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>grant</c>: guideline 1(2).</summary>
internal static class GrantSection
{
    public static GrantRules? Read(FileNode node, IReadOnlyList<ItemDraft> items, ReadingLog log)
    {
        var grant = node.Object(["ceilingYen", "minimumItems"]);
        var ceiling = grant.Field("ceilingYen").Marked(log).Number(1, GroupsSection.MostYen);
        var minimum = grant.Field("minimumItems").Marked(log).Count(1, items.Count == 0 ? int.MaxValue : items.Count);
        return ceiling is null || minimum is null ? null : new(ceiling.Value, minimum.Value);
    }
}
