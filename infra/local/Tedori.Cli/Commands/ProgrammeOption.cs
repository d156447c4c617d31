using System.CommandLine;
using Tedori.Functions.Editions;
using Tedori.Local;
using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;

namespace Tedori.Cli.Commands;

/// <summary><c>--programme</c>: which programme files to load.</summary>
internal static class ProgrammeOption
{
    public static readonly Option<string[]> Instance = new("--programme")
    {
        Description = "Programme file, or a folder of them; give it once a year to have several years side by side. "
            + "Default: the 令和7年度 edition that comes with the product.",
    };

    /// <summary>The editions, oldest first, at least one.</summary>
    /// <exception cref="UsageException">A file is not there or does not hold; all faults of all files are named.</exception>
    public static IReadOnlyList<Edition> Read(ParseResult parsed)
    {
        var set = Sources(parsed).ReadAsync().GetAwaiter().GetResult();
        if (set.Faults.Count > 0)
            throw new UsageException(string.Join(" ", set.Faults));
        return set.Editions.Count > 0
            ? [.. set.Editions.OrderBy(e => e.FiscalYear).ThenBy(e => e.Id, StringComparer.Ordinal)]
            : throw new UsageException("No .json file lies in the folders that --programme names: name a file.");
    }

    /// <summary>Where they lie, to be read again.</summary>
    public static EditionSources Sources(ParseResult parsed) => parsed.GetValue(Instance) is { Length: > 0 } places
        ? new(new FolderEditions(places))
        : new(new ProductEditions());
}
