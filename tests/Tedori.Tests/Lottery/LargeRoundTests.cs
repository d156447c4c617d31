using Tedori.Benchmarks;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Lottery;

/// <summary>The command that takes a million entries through the records, with a few.</summary>
public sealed class LargeRoundTests
{
    private const int Entries = 520;

    [Fact]
    public async Task Round_OfAFewPages_IsPublishedAndEveryPhaseIsMeasured()
    {
        await using var output = new StringWriter();
        var said = new List<string>();

        var exit = await RoundBench.RunAsync(Entries, seeded: false, output, said.Add, CancellationToken.None);

        var phases = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(TedoriJson.Read<RoundBenchResult>).ToDictionary(r => r.Phase);
        Assert.Equal(0, exit);
        Assert.Equal(
            ["entered, each in a case of its own", "sealed", "drawn", "released and published", "published file",
                "proof of one entry, a thousand times", "pairs that look like one company", "their keys kept", "pairs by the keys that are kept",
                "first page of the list of cases", "sweep"],
            phases.Keys);
        Assert.All(phases.Values, r => Assert.Equal(Entries, r.Entries));
        Assert.InRange(phases["entered, each in a case of its own"].Rows, 5 * Entries, 20 * Entries);
        Assert.InRange(phases["released and published"].Transactions, 2 * Entries, 10 * Entries);
        Assert.Equal(0, phases["published file"].Transactions);
        Assert.Equal(["520 result mails in outboxes", "Published, 520 entries, 140 won"], said[^2..]);
    }

    [Fact]
    public async Task Round_Seeded_IsDrawnAsIfItsCompaniesHadEntered()
    {
        await using var output = new StringWriter();
        var said = new List<string>();

        var exit = await RoundBench.RunAsync(Entries, seeded: true, output, said.Add, CancellationToken.None);

        Assert.Equal((0, "Drawn, 520 entries, 140 won"), (exit, said[^1]));
        Assert.Equal(8, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
