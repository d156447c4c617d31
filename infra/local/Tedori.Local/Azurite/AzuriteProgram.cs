using System.Globalization;

namespace Tedori.Local.Azurite;

/// <summary>Where Azurite, the storage emulator, is installed: in .tools above this program, or on the path.</summary>
internal static class AzuriteProgram
{
    /// <summary>Why it cannot be started, or null where it can.</summary>
    public static string? Missing { get; } =
        Node is null ? "Node.js is not on the path"
        : Script is null ? "Azurite is neither in .tools of the repository nor on the path (tests/run installs it)"
        : null;

    /// <summary>The Node.js that runs it, or null.</summary>
    public static string? Node => OnPath(OperatingSystem.IsWindows() ? "node.exe" : "node");

    /// <summary>Its entry point, or null.</summary>
    public static string? Script => Scripts().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Scripts()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                yield return Below(folder.FullName, ".tools");
        }

        // npm links the command to its script, except on Windows, where the packages lie beside the command.
        if (OnPath("azurite") is { } command)
        {
            var target = File.ResolveLinkTarget(command, returnFinalTarget: true)?.FullName ?? "";
            if (target.EndsWith(".js", ignoreCase: true, CultureInfo.InvariantCulture))
                yield return target;
            yield return Below(Path.GetDirectoryName(command)!);
        }
    }

    private static string Below(params string[] folder) =>
        Path.Combine([.. folder, "node_modules", "azurite", "dist", "src", "azurite.js"]);

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
