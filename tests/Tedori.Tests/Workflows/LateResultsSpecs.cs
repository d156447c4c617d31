using Tedori.Tests.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class LateResultsSpecs
{
    private readonly Bureau bureau = new();
    private readonly LateResults results;

    public LateResultsSpecs() => results = new(new EditionShelf(Sample.R7), bureau.RoundRecords, bureau.Clock);

    [Theory]
    [InlineData("2025-06-03T23:59:59.999", 0)]
    [InlineData("2025-06-04T00:00:00", 1)]
    public async Task Find_UnpublishedRound_IsLateAfterTheSeventhBusinessDay(string now, int late)
    {
        bureau.Clock.Reset(Tokyo.At(now));
        Assert.Equal(late, (await results.FindAsync()).Count);
    }

    [Fact]
    public async Task Find_PublishedRound_IsNotLate()
    {
        await bureau.ReleaseAsync(1);
        await bureau.PublishAsync();
        bureau.Clock.Reset(Tokyo.At("2025-06-04T00:00:00"));
        Assert.Empty(await results.FindAsync());
    }
}
