using System.Globalization;

namespace Tedori.Engine.Sqlite;

/// <summary>The file was written by a version of the program whose format this one no longer reads.</summary>
public sealed class DataFolderOlderException(string file, long found, long known) : IOException(string.Create(
    CultureInfo.InvariantCulture,
    $"The file '{file}' has format {found} and this program reads format {known} only: run the older program on it to "
    + $"its end, or delete the file with its -wal and -shm files, and all orchestrations begin anew."))
{
    /// <summary>The format found in the file.</summary>
    public long Found { get; } = found;

    /// <summary>The format that this program reads.</summary>
    public long Known { get; } = known;
}
