using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class LateResultsSpecs
{
    private readonly TestOffice office = new();
    private readonly LateResults results;

    public LateResultsSpecs() => results = new(new EditionCatalog(Sample.R7), office.RoundRecords, office.Clock);

    [Theory]
    [InlineData("2025-06-03T23:59:59.999", 0)]
    [InlineData("2025-06-04T00:00:00", 1)]
    public async Task Find_UnpublishedRound_IsLateAfterTheSeventhBusinessDay(string now, int late)
    {
        office.Clock.Reset(Tokyo.At(now));
        Assert.Equal(late, (await results.FindAsync()).Count);
    }

    [Fact]
    public async Task Find_PublishedRound_IsNotLate()
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        office.Clock.Reset(Tokyo.At("2025-06-04T00:00:00"));
        Assert.Empty(await results.FindAsync());
    }
}
