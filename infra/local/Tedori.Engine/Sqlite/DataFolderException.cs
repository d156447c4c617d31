namespace Tedori.Engine.Sqlite;

/// <summary>The data folder cannot be used; the message says why and what to do.</summary>
public sealed class DataFolderException(string message, Exception? cause = null) : IOException(message, cause);
