using System.Globalization;

namespace Tedori.Engine.Sqlite;

/// <summary>The data folder was written by a newer version of the program.</summary>
public sealed class DataFolderNewerException(long found, long known) : IOException(string.Create(
    CultureInfo.InvariantCulture,
    $"The data folder has format {found} and this program knows formats up to {known}; run the newer program on it."))
{
    /// <summary>The format found in the folder.</summary>
    public long Found { get; } = found;

    /// <summary>The newest format that this program reads.</summary>
    public long Known { get; } = known;
}
