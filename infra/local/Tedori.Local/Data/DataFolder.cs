using System.Text.Json;
using Tedori.Engine.Sqlite;

namespace Tedori.Local.Data;

/// <summary>The folder that holds everything of one machine, owned by one process at a time.</summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>The format that this version writes. Older ones are upgraded, newer ones refused.</summary>
    public const int Format = 1;

    private const string Marker = "tedori.json";
    private readonly FileStream exclusive;

    private DataFolder(string path, FileStream exclusive)
    {
        Path = path;
        this.exclusive = exclusive;
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Full path of a file or folder in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Opens the folder for this process alone, creating it where it is absent.</summary>
    /// <exception cref="DataFolderInUseException">Another process holds it.</exception>
    /// <exception cref="DataFolderNewerException">A newer version wrote it.</exception>
    /// <exception cref="DataFolderException">It is no folder of ours, or it cannot be written.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public static DataFolder Open(string path)
    {
        var folder = FullPath(path);
        if (File.Exists(folder))
            throw new DataFolderException($"'{folder}' is a file, not a folder: name another data folder.");
        try
        {
            if (Directory.Exists(folder) && !File.Exists(System.IO.Path.Combine(folder, Marker)))
                CheckEmpty(folder);
            CreateOwn(folder);
            var exclusive = Lock(folder);
            try
            {
                CheckFormat(folder);
                return new DataFolder(folder, exclusive);
            }
            catch
            {
                exclusive.Dispose();
                throw;
            }
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException && !IsOurs(failure))
        {
            throw failure is IOException disk && StorageFullException.Explains(disk)
                ? new StorageFullException(folder, failure)
                : new DataFolderException(
                    $"The data folder '{folder}' cannot be written ({failure.Message}): check its permissions.",
                    failure);
        }
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => exclusive.Dispose();

    // Personal data and keys lie in it: it is the owner's alone, also where it was made before this was seen to.
    private static void CreateOwn(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, Own);
        if (File.GetUnixFileMode(folder) != Own)
            File.SetUnixFileMode(folder, Own);
    }

    private static string FullPath(string path)
    {
        try
        {
            return System.IO.Path.GetFullPath(path);
        }
        catch (ArgumentException failure)
        {
            throw new DataFolderException(
                $"'{path.Replace('\0', '?')}' cannot be the path of a folder: name a data folder.", failure);
        }
    }

    private static bool IsOurs(Exception failure) =>
        failure is DataFolderException or DataFolderNewerException or DataFolderInUseException or StorageFullException;

    private static string LockFile(string folder) => System.IO.Path.Combine(folder, "lock");

    private static FileStream Lock(string folder)
    {
        var file = LockFile(folder);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (File.Exists(file) && !StorageFullException.Explains(failure))
        {
            throw new DataFolderInUseException(folder);
        }
    }

    private static void CheckFormat(string folder)
    {
        var file = System.IO.Path.Combine(folder, Marker);
        if (!File.Exists(file))
        {
            Create(folder, file);
            return;
        }

        var found = ReadFormat(file);
        if (found > Format)
            throw new DataFolderNewerException(found, Format);
    }

    private static void Create(string folder, string file)
    {
        CheckEmpty(folder);
        var half = file + ".new";
        File.WriteAllText(half, $$"""{ "format": {{Format}} }""" + "\n");
        File.Move(half, file, overwrite: true);
    }

    // What a process that was killed while creating it left does not count.
    private static void CheckEmpty(string folder)
    {
        var ours = new[] { LockFile(folder), System.IO.Path.Combine(folder, Marker + ".new") };
        if (Directory.EnumerateFileSystemEntries(folder).Except(ours).Any())
        {
            throw new DataFolderException(
                $"The folder '{folder}' holds other files: name an empty folder or one that Tedori made.");
        }
    }

    private static int ReadFormat(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.GetProperty("format").GetInt32();
        }
        catch (Exception failure) when (
            failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFolderException(
                $"'{file}' is damaged ({failure.Message}): restore it or use another data folder.", failure);
        }
    }
}
