using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.OpenData;

/// <summary>The result of a finished round is kept once, whoever counts again.</summary>
public sealed class FinishedResultsSpecs
{
    private static readonly FinishedResult First = new(
        Sample.RoundId, Tokyo.At("2026-12-01T00:20:00"), 90, 12, 9, 8, 7, 9_000_000);

    [Fact]
    public async Task Keep_ASecondCount_LeavesTheFirst()
    {
        var results = new FinishedResults(new TestOffice().Records);

        Assert.Null(await results.FindAsync(Sample.RoundId));
        Assert.True(await results.KeepAsync(First));
        Assert.False(await results.KeepAsync(First with { Granted = 91, Lapsed = 6 }));
        Assert.Equal(First, await results.FindAsync(Sample.RoundId));
        Assert.Null(await results.FindAsync(new("r7", 2)));
    }
}
