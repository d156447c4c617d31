namespace Tedori.Cli.Commands;

/// <summary>
/// The folder a command works in: the one that was named, or a temporary one that goes with the command.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly bool temporary;

    private WorkFolder(string path, bool temporary)
    {
        Path = path;
        this.temporary = temporary;
    }

    public string Path { get; }

    public static WorkFolder Of(string? named) => named is not null
        ? new(named, false)
        : new(Directory.CreateTempSubdirectory("tedori-").FullName, true);

    public void Dispose()
    {
        if (temporary)
            Directory.Delete(Path, recursive: true);
    }
}
