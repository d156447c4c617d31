using System.CommandLine;
using System.Text.Json;
using Tedori.Cli.Costs;
using Tedori.Local;

namespace Tedori.Cli.Commands;

/// <summary><c>cost</c>: what a programme costs on Azure, from counted operations and a list of prices.</summary>
internal static class CostCommand
{
    private const int MostApplications = 10_000_000;
    private static readonly int[] Sizes = [1_400, 100_000, 1_000_000];

    private static readonly Option<int[]> Applications = new("--applications")
    {
        Description = "How many applications; several make columns. Default: 1,400, 100,000 and 1,000,000.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> PricesFile = new("--prices")
    {
        Description =
            "Another list of prices and assumptions, of the form of infra/local/Tedori.Local/Costs/prices.json.",
    };

    public static Command Create()
    {
        var command = new Command(
            "cost", "Estimate what a programme costs on Azure, as a table.") { Applications, PricesFile };
        command.SetAction(parsed =>
        {
            var list = parsed.GetValue(PricesFile) is { } path ? Read(path) : PriceList.Default();
            var counts = OperationCounts.Counted();
            var estimates = SizesOf(parsed).Select(n => new CostEstimate(n, counts, list)).ToList();
            Console.Write(CostTable.Of(counts) + CostTable.Of(estimates, list));
            return 0;
        });
        return command;
    }

    private static int[] SizesOf(ParseResult parsed)
    {
        var given = parsed.GetValue(Applications) is { Length: > 0 } sizes ? sizes : Sizes;
        var wrong = given.Where(n => n is < 1 or > MostApplications).ToList();
        return wrong.Count == 0
            ? given
            : throw new UsageException($"--applications {wrong[0]} is out of range: give 1 to {MostApplications}.");
    }

    private static PriceList Read(string path)
    {
        try
        {
            return PriceList.Read(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            throw new UsageException(
                $"The price list '{path}' cannot be read ({e.Message.TrimEnd('.')}): compare it with prices.json.");
        }
    }
}
