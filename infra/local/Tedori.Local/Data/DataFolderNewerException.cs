namespace Tedori.Local.Data;

/// <summary>The data folder was written by a newer version of this program.</summary>
public sealed class DataFolderNewerException(int found, int known) : IOException(
    $"The data folder has format {found} and this version knows formats up to {known}: use the newer version, or another folder.");
