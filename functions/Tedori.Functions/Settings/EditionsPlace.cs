namespace Tedori.Functions.Settings;

/// <summary>Where further programme files lie, as a setting names it: a folder, or a container beside the evidence.</summary>
/// <param name="Folder">Full path of the folder, or null.</param>
/// <param name="Container">Name of the container, or null.</param>
public sealed record EditionsPlace(string? Folder, string? Container)
{
    private const string ContainerMark = "container:";

    /// <summary>Reads the setting; null where it says nothing.</summary>
    internal static EditionsPlace? Read(string? value) => value?.Trim() switch
    {
        null or "" => null,
        var text when text.StartsWith(ContainerMark, StringComparison.OrdinalIgnoreCase) =>
            new(null, text[ContainerMark.Length..].Trim()),
        var text => new(ProjectFolder.Resolve(text), null),
    };
}
