namespace Tedori.Local.Evidence;

/// <summary>Opens stored files in the one way that lets them be replaced or removed while they are read.</summary>
internal static class DiskStreams
{
    private const int BufferLength = 64 * 1024;

    /// <summary>Opens a file that is there.</summary>
    public static FileStream Open(string file) => new(
        file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength, useAsync: true);

    /// <summary>Opens a file, or null where it is absent or went away just now.</summary>
    public static FileStream? TryOpen(string file)
    {
        try
        {
            return Open(file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
