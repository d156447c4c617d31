namespace Tedori.Local.Data;

/// <summary>Another process works on the data folder.</summary>
public sealed class DataFolderInUseException(string folder) : IOException(
    $"The data folder '{folder}' is in use by another process: stop it, or use another folder.");
