namespace Tedori.Testing;

/// <summary>The repository on disk: the folder that holds Tedori.slnx, above the folder the tests run in.</summary>
internal static class RepositoryRoot
{
    public static readonly string Path = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Tedori.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
