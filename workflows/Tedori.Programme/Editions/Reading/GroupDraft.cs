namespace Tedori.Programme.Editions.Reading;

/// <summary>A group as far as it could be read.</summary>
internal sealed record GroupDraft(FileNode Node, string? Id, string? Name, GrantUnit? Unit, long? UnitYen, long? CapYen)
{
    /// <summary>The group, once the log holds no fault.</summary>
    public ItemGroup ToGroup() => new(Id!, Name!, Unit!.Value, UnitYen!.Value, CapYen!.Value);
}
