namespace Tedori.Functions.Settings;

/// <summary>Where a developer's relative paths begin: programs run in folders that a build empties.</summary>
internal static class ProjectFolder
{
    private const string Project = "Tedori.Functions.csproj";

    /// <summary>
    /// The path from the folder of the project, or from where the process runs if there is none above it.
    /// </summary>
    public static string Resolve(string path) => System.IO.Path.GetFullPath(path, Find());

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Project)))
                return folder.FullName;
        }

        return Directory.GetCurrentDirectory();
    }
}
