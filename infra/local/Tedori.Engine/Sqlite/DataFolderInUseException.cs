namespace Tedori.Engine.Sqlite;

/// <summary>Another process holds the data folder.</summary>
public sealed class DataFolderInUseException(string folder, Exception? inner = null) : IOException(
    $"The data folder '{folder}' is in use by another process; stop that process or choose another folder.", inner)
{
    /// <summary>The folder that is in use.</summary>
    public string Folder { get; } = folder;
}
