namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>items</c>: guideline 1(2).</summary>
internal static class ItemsSection
{
    // Items are shown as ① to ⑳.
    private const int Most = 20;
    private const int MostSchemes = 9;

    public static IReadOnlyList<ItemDraft> Read(FileNode node, IReadOnlyList<GroupDraft> groups)
    {
        ItemDraft[] items = [.. node.Elements(Most).Select(ReadOne)];
        Numbering.Require("item", [.. items.Select(i => (i.Number, i.Node.Field("number")))]);
        RequireGroups(items, groups);
        return items;
    }

    private static ItemDraft ReadOne(FileNode node)
    {
        var item = node.Object(["number", "group", "name"], "schemes");
        return new(
            node, item.Field("number").Count(1, Most), item.Field("group").Text(), item.Field("name").Text(),
            [.. item.Field("schemes").Elements(MostSchemes).Select(e => e.Text()).OfType<string>()]);
    }

    // While the groups themselves are in doubt, every item of a broken one would only repeat its fault.
    private static void RequireGroups(IReadOnlyList<ItemDraft> items, IReadOnlyList<GroupDraft> groups)
    {
        var ids = groups.Select(g => g.Id).ToHashSet();
        if (ids.Contains(null) || ids.Count < groups.Count || groups.Count == 0)
            return;
        foreach (var item in items.Where(i => i.Group is not null && !ids.Contains(i.Group)))
        {
            item.Node.Field("group").Fault(
                $"No group has the id {item.Node.Field("group").Found()}; write one of {string.Join(", ", ids)}.");
        }
    }
}
