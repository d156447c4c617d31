using System.Text.Json;
using Tedori.Cli.Costs;
using Tedori.Testing;
using Tedori.Testing.Commands;
using Tedori.Tests.Commands;
using Xunit.Abstractions;

namespace Tedori.Tests.Infrastructure.Costs;

[Collection(CommandLineTestsGroup.Name)]
public sealed class CostTests(ITestOutputHelper output)
{
    // Writers that meet repeat a read and a commit, and how often they meet is not the same twice.
    private const double Tolerance = 0.02;

    private const string Begin = "<!-- tedori cost -->\n";
    private const string End = "<!-- end -->\n";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly string CountsFile = RepositoryRoot
        .Of("infra", "local", "Tedori.Cli", "Costs", "counts.json");

    // TEDORI_UPDATE_GOLDEN=1 writes what was counted, and after the next build the table of the README.
    private static readonly bool Updates = Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1";

    // Other companies are drawn, lapse and withdraw in a season of another size.
    private const double OtherCompanies = 0.15;

    [Fact]
    public async Task Counts_OfTheFile_AreWhatASeasonCosts()
    {
        var committed = OperationCounts.Counted();

        var counted = await CountedSeason.OfAsync(committed.EntriesPerRound);

        output.WriteLine(counted.ToString());
        if (Updates)
            await File.WriteAllTextAsync(CountsFile, JsonSerializer.Serialize(counted, Written) + "\n");
        Assert.Equal((committed.Seed, committed.Applications), (counted.Seed, counted.Applications));
        AssertClose(committed.PerApplication, counted.PerApplication, Tolerance);
        AssertClose(committed.PerSweep, counted.PerSweep, Tolerance);
    }

    // What grew with the square of the season would make the table's larger columns too cheap.
    [Fact]
    public async Task Counts_OfASeasonTwiceAsLarge_AreNotMoreForOneApplication()
    {
        var committed = OperationCounts.Counted();

        var (_, counted) = await CountedSeason.LivesAsync(committed.EntriesPerRound * 2);

        output.WriteLine(counted.ToString());
        AssertClose(committed.PerApplication, counted, OtherCompanies, less: true);
    }

    [Fact]
    public async Task Cost_TheTableOfTheReadme_IsWhatTheCommandPrints()
    {
        var run = await CommandLineRun.OfAsync("cost");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var readme = RepositoryRoot.Of("infra", "OPERATIONS.md");
        var (before, after) = await AroundTheTableAsync(readme);
        if (Updates)
            await File.WriteAllTextAsync(readme, before + run.Out + after);
        Assert.Equal(before + run.Out + after, await File.ReadAllTextAsync(readme));
    }

    [Fact]
    public void Estimate_OfADearerPrice_GrowsByExactlyThatLine()
    {
        var list = PriceList.Default();
        var dearer = list with { Prices = list.Prices with { Mail = list.Prices.Mail * 2 } };
        var (before, after) = (Estimate(list), Estimate(dearer));

        var mail = before.Lines().Single(line => line.Name == "mail").Amount;

        Assert.True(mail > 0);
        Assert.Equal(before.Total + mail, after.Total, 6);
    }

    [Fact]
    public void Estimate_CountsTheRulesThatTheBicepMakes() =>
        Assert.Equal(PriceList.Default().Assumptions.AlertRules, AlertTests.Queries.Count);

    [Theory]
    [InlineData("0")]
    [InlineData("10000001")]
    public async Task Cost_ASizeOutOfRange_IsNamedInOneLine(string size) =>
        Assert.Contains(size, await CommandLineRun
            .RefusalAsync("cost", "--applications", size), StringComparison.Ordinal);

    [Fact]
    public async Task Cost_APriceListThatIsNone_IsNamedInOneLine() => Assert.Contains(
        "host.json", await CommandLineRun.RefusalAsync("cost", "--prices", RepositoryRoot.Of("host.json")),
            StringComparison.Ordinal);

    private static async Task<(string Before, string After)> AroundTheTableAsync(string file)
    {
        var text = await File.ReadAllTextAsync(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"{file} has no place for the table.");
        return (text[..(begin + Begin.Length)], text[end..]);
    }

    private static CostEstimate Estimate(PriceList list) => new(1_400, OperationCounts.Counted(), list);

    private static void AssertClose<T>(T expected, T actual, double tolerance, bool less = false)
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.PropertyType == typeof(double)))
        {
            var (wanted, found) = ((double)property.GetValue(expected)!, (double)property.GetValue(actual)!);
            var off = less ? found - wanted : Math.Abs(wanted - found);
            Assert.True(off <= wanted * tolerance, $"{property.Name}: the file says {wanted}, counted {found}.");
        }
    }
}
