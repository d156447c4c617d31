using System.Diagnostics;

namespace Tedori.Testing.Data;

/// <summary>
/// A real disk of a few mebibytes: memory mounted as a file system, which only root may do. Where it cannot be, the
/// test is skipped with the reason.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    public SmallDisk(int mebibytes)
        : this(mebibytes, Unavailable)
    {
    }

    private SmallDisk(int mebibytes, string? unavailable)
    {
        Skip.If(unavailable is not null, unavailable);
        Path = Directory.CreateTempSubdirectory("tedori-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", Path) is { } failure)
        {
            Directory.Delete(Path);
            throw new IOException(failure);
        }
    }

    public string Path { get; }

    /// <summary>Why there can be none here, or null.</summary>
    public static string? Unavailable { get; } = Try();

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Takes what is left, all but so many bytes.</summary>
    public void Fill(long leave)
    {
        var free = new DriveInfo(Path).AvailableFreeSpace;
        using var filler = new FileStream(this["filler"], FileMode.Append);
        filler.Write(new byte[Math.Max(0, free - leave)]);
    }

    public void Empty() => File.Delete(this["filler"]);

    public void Dispose()
    {
        if (Run("umount", Path) is { } failure)
            throw new IOException(failure);
        Directory.Delete(Path);
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return "a disk that fills up can only be mounted by root on Linux";
        try
        {
            new SmallDisk(1, null).Dispose();
            return null;
        }
        catch (IOException failure)
        {
            return failure.Message;
        }
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"{program}: {error.Trim()}";
    }
}
