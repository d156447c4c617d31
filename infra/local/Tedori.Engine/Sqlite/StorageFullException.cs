namespace Tedori.Engine.Sqlite;

/// <summary>The disk took no more. Nothing of the write that met it was kept, and everything before it was.</summary>
public sealed class StorageFullException(string place, Exception? cause = null) : IOException(
    $"The disk that holds '{place}' is full or cannot be written: free some space on it, then run the same command.",
    cause)
{
    private const int LinuxNoSpace = 28;
    private const int LinuxQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether a failed file operation means that the disk is full.</summary>
    public static bool Explains(IOException failure) =>
        failure.HResult is LinuxNoSpace or LinuxQuota or WindowsDiskFull;
}
