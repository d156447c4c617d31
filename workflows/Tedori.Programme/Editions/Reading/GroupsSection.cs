namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>groups</c>: guideline 1(2).</summary>
internal static class GroupsSection
{
    /// <summary>Above any grant, below any overflow.</summary>
    public const long MostYen = 1_000_000_000_000;

    private const int Most = 20;

    public static IReadOnlyList<GroupDraft> Read(FileNode node)
    {
        GroupDraft[] groups = [.. node.Elements(Most).Select(ReadOne)];
        foreach (var again in groups.Where(g => g.Id is not null).GroupBy(g => g.Id).SelectMany(same => same.Skip(1)))
            again.Node.Field("id").Fault($"The id {again.Id} stands for another group already; give this one its own.");
        return groups;
    }

    private static GroupDraft ReadOne(FileNode node)
    {
        var group = node.Object(["id", "name", "unit", "unitYen", "capYen"]);
        var draft = new GroupDraft(
            node, Id(group.Field("id")), group.Field("name").Text(), Unit(group.Field("unit")),
            group.Field("unitYen").Number(1, MostYen), group.Field("capYen").Number(1, MostYen));
        RequireCap(group.Field("capYen"), draft);
        return draft;
    }

    private static string? Id(FileNode node)
    {
        if (node.Text() is not { } id)
            return null;
        if (char.IsAsciiLetterLower(id[0]) && id.All(char.IsAsciiLetterOrDigit))
            return id;
        node.Fault($"{node.Found()} is not an id such as lifeStage; write ASCII letters, the first one lower-case.");
        return null;
    }

    private static GrantUnit? Unit(FileNode node)
    {
        switch (node.Text())
        {
            case null:
                return null;
            case "item":
                return GrantUnit.Item;
            case "person":
                return GrantUnit.Person;
            default:
                node.Fault($"{node.Found()} is not a unit; write \"item\" or \"person\".");
                return null;
        }
    }

    private static void RequireCap(FileNode node, GroupDraft draft)
    {
        if (draft.CapYen is not { } cap || draft.UnitYen is not { } unit)
            return;
        if (cap < unit)
            node.Fault($"The cap of {cap} yen is below the unit amount of {unit} yen; correct one of them.");
        else if (cap % unit != 0)
            node.Fault($"The cap of {cap} yen is no multiple of the unit amount of {unit} yen; correct one of them.");
    }
}
