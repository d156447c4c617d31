using Tedori.Testing;

namespace Tedori.Tests.Codebase;

/// <summary>The public surface of the real packages: text files kept beside the repository, not in it.</summary>
internal static class PackageListings
{
    public static readonly string Folder = Path.GetFullPath(RepositoryRoot.Of("..", "shared", "api"));

    public static IReadOnlyDictionary<string, SurfaceType> Read() =>
        Directory.EnumerateFiles(Folder, "*.txt")
            .SelectMany(file => Parse(File.ReadLines(file)))
            .GroupBy(type => type.FullName)
            .ToDictionary(same => same.Key, Merged);

    internal static IEnumerable<SurfaceType> Parse(IEnumerable<string> lines)
    {
        var ofType = new List<string>();
        var members = new List<string>();
        var space = "";
        foreach (var line in lines.Append("namespace :"))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                if (ofType.Count > 0) yield return new(space, [.. ofType], [.. members]);
                ofType.Clear();
                members.Clear();
                space = line["namespace ".Length..^1];
            }
            else if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                members.Add(line.Trim());
            }
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                ofType.Add(line);
            }
        }
    }

    /// <summary>Two packages may declare a type of one name, each its own extension methods.</summary>
    private static SurfaceType Merged(IEnumerable<SurfaceType> same)
    {
        var first = same.First();
        return first with { Members = [.. same.SelectMany(t => t.Members)] };
    }
}
