namespace Tedori.Programme.Editions.Reading;

/// <summary>An item as far as it could be read.</summary>
internal sealed record ItemDraft(FileNode Node, int? Number, string? Group, string? Name, IReadOnlyList<string> Schemes)
{
    /// <summary>The item, once the log holds no fault.</summary>
    public Item ToItem() => new(Number!.Value, Group!, Name!) { Schemes = Schemes };
}
