using System.Text.RegularExpressions;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

/// <summary>Two programme years in one run: 令和7年度 goes on until 2027-04, 令和8年度 opens in 2026-05.</summary>
public sealed partial class TwoYearsTests
{
    private static readonly bool Soak = Environment.GetEnvironmentVariable("TEDORI_SOAK") == "1";
    private const string OfSeventh = "\"edition\":\"r7\",";

    [Fact]
    public async Task Season_OfTwoYears_HoldsEveryInvariantOfEachAndOfBoth()
    {
        var report = (await PlayedSeason.OfTwoYearsAsync()).Report;

        Assert.All(report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
        Assert.Equal("r7+r8", report.Programme);
        Assert.Equal(
            Enumerable.Range(1, 10).Select(n => ("r7", n)).Concat(Enumerable.Range(1, 10).Select(n => ("r8", n))),
            report.Rounds.Select(r => (r.Edition!, r.Round)));
        foreach (var name in (string[])["places", "quota ledger", "sealed lists", "draws", "cut-offs", "amounts"])
            Assert.Equal(2, report.Invariants.Count(i => i.Name == $"r7 {name}" || i.Name == $"r8 {name}"));
        Assert.Contains(report.Invariants, i => i.Name == "years side by side");
    }

    [Fact]
    public async Task Season_OfTwoYears_PromotesInTheOneThatHasItSo()
    {
        var promoted = (await PlayedSeason.OfTwoYearsAsync()).Facts.Where(f => f.EventType == "promoted").ToList();

        Assert.NotEmpty(promoted);
        Assert.All(promoted, f => Assert.Equal("r8", f.Text("edition")));
    }

    [Fact]
    public async Task Season_OfTwoYears_PlaysTheFirstAsIfItWereAlone()
    {
        var both = (await PlayedSeason.OfTwoYearsAsync()).Journal;
        var alone = (await PlayedSeason.OfAsync(1)).Journal;

        Assert.Equal(
            Lines(alone).Select(WithoutLetters).Order(StringComparer.Ordinal),
            Lines(both).Where(l => l.Contains(OfSeventh, StringComparison.Ordinal))
                .Select(l => WithoutLetters(l.Replace(OfSeventh, "", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Season_OfTwoYears_OverlapsInTime()
    {
        var lines = Lines((await PlayedSeason.OfTwoYearsAsync()).Journal);
        var firstOfEighth = Array.FindIndex(lines, l => l.Contains("\"edition\":\"r8\"", StringComparison.Ordinal));
        var lastOfSeventh = Array.FindLastIndex(lines, l => l.Contains(OfSeventh, StringComparison.Ordinal));

        Assert.InRange(firstOfEighth, 1, lastOfSeventh);
    }

    [SkippableFact]
    public async Task Season_OfTwoYears_OfTheSameSeedIsTheSameByteForByte()
    {
        Skip.IfNot(Soak, "It is played with TEDORI_SOAK=1; that one year is the same byte for byte is played always.");
        var once = await PlayedSeason.OfTwoYearsAsync();
        var again = await PlayedSeason.PlayTwoYearsAsync();

        Assert.Equal(once.Json, again.Json);
        Assert.True(once.Journal == again.Journal, "The journals differ.");
    }

    // The office has one series of letter numbers a fiscal year, whatever programme a letter is about; hashes cover them.
    private static string WithoutLetters(string line) => Hash().Replace(Letter().Replace(line, "第N号"), "");

    [GeneratedRegex("第[0-9]+号")]
    private static partial Regex Letter();

    [GeneratedRegex("\"hash\":\"[0-9a-f]{64}\",")]
    private static partial Regex Hash();

    private static string[] Lines(string journal) =>
        journal.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
