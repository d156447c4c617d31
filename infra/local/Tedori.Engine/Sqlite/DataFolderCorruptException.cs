namespace Tedori.Engine.Sqlite;

/// <summary>A file of the data folder is damaged.</summary>
public sealed class DataFolderCorruptException(string file, string finding, Exception? inner = null) : IOException(
    $"The file '{file}' is damaged ({finding}); restore the data folder from a backup, with its -wal file beside it.",
    inner)
{
    /// <summary>The damaged file.</summary>
    public string File { get; } = file;
}
