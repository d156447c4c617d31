using System.CommandLine;
using Tedori.Local;
using Tedori.Programme.Editions;

namespace Tedori.Cli.Commands;

/// <summary><c>--programme</c>: which programme file to load.</summary>
internal static class ProgrammeOption
{
    public static readonly Option<string?> Instance = new("--programme")
    {
        Description = "Programme file. Default: the 令和7年度 edition that comes with the product.",
    };

    public static Edition Read(ParseResult parsed)
    {
        if (parsed.GetValue(Instance) is not { } path)
            return EditionReader.R7();
        return EditionReader.Read(Text(path)) switch
        {
            EditionReading.Valid valid => valid.Edition,
            EditionReading.Invalid invalid => throw new UsageException(
                $"The programme file '{path}' has {invalid.Faults.Count} fault(s): " +
                string.Join("; ", invalid.Faults.Select(f => $"{f.Path}: {f.Message}"))),
            var other => throw new InvalidOperationException($"Unknown reading {other}."),
        };
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                $"The programme file '{path}' cannot be read ({e.Message.TrimEnd('.')}): check its path.");
        }
    }
}
