using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Editions;

/// <summary>The programme files of places on disk: every .json file of a folder, or a file.</summary>
/// <param name="places">Paths of folders and files, in the order in which they are read.</param>
public sealed class FolderEditions(params IReadOnlyList<string> places) : IEditionSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<EditionText>> ReadAsync(CancellationToken cancellation = default)
    {
        var files = new List<EditionText>();
        foreach (var (name, path) in places.SelectMany(FilesOf))
            files.Add(new(name, await ReadAsync(path, cancellation)));
        return files;
    }

    // A file that was named is called as it was named, one of a folder by its own name.
    private static IEnumerable<(string Name, string Path)> FilesOf(string place)
    {
        if (!Directory.Exists(place))
            return File.Exists(place) ? [(place, place)] : throw new EditionPlaceException(Absent(place));
        return Directory.GetFiles(place, "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), file));
    }

    private static string Absent(string place) =>
        $"'{place}' is no folder of programme files and no such file: check the path, or write one there, for example "
        + "with 'tedori programme --opens-today --out FILE'.";

    private static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EditionPlaceException(
                $"The programme file '{path}' cannot be read ({e.Message.TrimEnd('.')}): check its path.", e);
        }
    }
}
