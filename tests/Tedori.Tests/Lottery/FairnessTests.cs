using System.Security.Cryptography;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Lottery;

/// <summary>
/// Ten thousand draws of a list of twenty for seven places. The seeds are SHA-256 of "fairness" and the number of the
/// draw, so every run sees the same draws. Thresholds are quantiles of the chi-square distribution at 0.001: a fair
/// draw with other seeds would pass each test 999 times in a thousand.
/// </summary>
public sealed class FairnessTests
{
    private const int Draws = 10_000;
    private const int Entries = 20;
    private const int Places = 7;

    // Chi-square at 0.001 with 19, 361 and 19 degrees of freedom.
    private const double At19 = 43.82;
    private const double At361 = 450.2;

    private static readonly Lazy<int[][]> Ranks = new(Draw10000);

    [Fact]
    public void Winners_OverTenThousandDraws_AreUniform()
    {
        var wins = new double[Entries];
        foreach (var ranks in Ranks.Value)
        {
            for (var i = 0; i < Entries; i++)
                wins[i] += ranks[i] <= Places ? 1 : 0;
        }

        const double expected = (double)Draws * Places / Entries;
        // Places are drawn without putting back, which shrinks the variance by (n - places) / (n - 1).
        var scale = (Entries - 1.0) / (Entries - Places);
        var statistic = wins.Sum(w => (w - expected) * (w - expected) / expected) * scale;
        Assert.True(statistic < At19, $"chi-square {statistic:f2}, threshold {At19}");
    }

    [Fact]
    public void Ranks_OfEveryNumber_AreUniform()
    {
        var counts = new double[Entries, Entries];
        foreach (var ranks in Ranks.Value)
        {
            for (var i = 0; i < Entries; i++)
                counts[i, ranks[i] - 1]++;
        }

        const double expected = (double)Draws / Entries;
        // Rows and columns are fixed: (n - 1)² degrees of freedom, scaled by (n - 1) / n.
        var statistic = counts.Cast<double>()
            .Sum(c => (c - expected) * (c - expected) / expected) * (Entries - 1) / Entries;
        Assert.True(statistic < At361, $"chi-square {statistic:f2}, threshold {At361}");
    }

    [Fact]
    public void Rank_AndOrderOfReceipt_AreIndependent()
    {
        // Spearman's correlation of one draw has mean 0 and variance 1 / (n - 1).
        var mean = Ranks.Value.Average(Correlation);
        var sigma = 1 / Math.Sqrt((Entries - 1.0) * Draws);
        Assert.True(Math.Abs(mean) < 3.29 * sigma, $"mean correlation {mean:f5}, threshold {3.29 * sigma:f5}");
    }

    [Fact]
    public void Prefixes_OfTheList_GetWhatTheirLengthGives()
    {
        for (var length = 1; length < Entries; length++)
        {
            // Hypergeometric: mean and variance of the winners among the first of the list.
            var mean = (double)Places * length / Entries;
            var variance = mean * (1 - ((double)length / Entries)) * (Entries - Places) / (Entries - 1);
            var sum = Ranks.Value.Sum(ranks => ranks.Take(length).Count(r => r <= Places));
            var z = (sum - (Draws * mean)) / Math.Sqrt(Draws * variance);
            Assert.True(Math.Abs(z) < 4.0,
                $"prefix of {length}: {sum} winners, {z:f2} standard deviations from {Draws * mean}");
        }
    }

    [Fact]
    public void LastRank_AndFirstRank_GoToEveryNumberAlike()
    {
        foreach (var rank in new[] { 1, Entries })
        {
            var counts = Enumerable.Range(0, Entries).Select(i => (double)Ranks.Value.Count(r => r[i] == rank))
                .ToList();
            const double expected = (double)Draws / Entries;
            var statistic = counts.Sum(c => (c - expected) * (c - expected) / expected);
            Assert.True(statistic < At19, $"rank {rank}: chi-square {statistic:f2}, threshold {At19}");
        }
    }

    // For each draw the rank of every number.
    private static int[][] Draw10000()
    {
        var entries = Enumerable.Range(1, Entries).Select(n => new SealedEntry(
            n, new CaseId(Sample.RoundId, n), Tokyo.At("2025-05-19T09:00:00") + n * Tokyo.Millisecond,
            default)).ToList();
        var list = new SealedList(Sample.RoundId, entries);
        return [.. Enumerable.Range(0, Draws).Select(i =>
        {
            var ranks = new int[Entries];
            foreach (var ranked in Draw.Run(
                list, SHA256.HashData([.. "fairness"u8, .. BitConverter.GetBytes(i)]), Places).Ranking)
                ranks[ranked.Number - 1] = ranked.Rank;
            return ranks;
        })];
    }

    private static double Correlation(int[] ranks)
    {
        var squares = ranks.Select((rank, i) => (double)(rank - i - 1) * (rank - i - 1)).Sum();
        return 1 - (6 * squares / (Entries * ((Entries * Entries) - 1.0)));
    }
}
