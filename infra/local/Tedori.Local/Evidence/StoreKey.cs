using System.Security.Cryptography;
using Tedori.Engine.Sqlite;

namespace Tedori.Local.Evidence;

/// <summary>
/// The key that signs URLs of the local store: a file of the data folder that only its owner may read.
/// </summary>
internal static class StoreKey
{
    private const int Length = 32;

    /// <summary>Reads the key, making one where there is none.</summary>
    /// <exception cref="DataFolderCorruptException">The file holds no key.</exception>
    public static byte[] Open(string file)
    {
        if (!File.Exists(file))
            Create(file);
        else if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var key = File.ReadAllBytes(file);
        return key.Length == Length ? key : throw new DataFolderCorruptException(file, "it holds no key");
    }

    private static void Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(file + ".new", options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Length));
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + ".new", file);
    }
}
