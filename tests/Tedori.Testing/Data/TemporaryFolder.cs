namespace Tedori.Testing.Data;

/// <summary>A folder of one test, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tedori-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Copies into it all that a folder holds.</summary>
    public void Fill(string from)
    {
        foreach (var below in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(this[System.IO.Path.GetRelativePath(from, below)]);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, this[System.IO.Path.GetRelativePath(from, file)]);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
