using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Tedori.Programme.Lottery;
using Tedori.Testing.Engine;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>How the pages of a large result are published, on the engine of one machine.</summary>
public sealed class RoundOrchestratorSpecs
{
    private readonly ConcurrentDictionary<PublishPage, int> published = new();
    private int looks;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(RoundOrchestrator.PagesAtOnce, 1)]
    [InlineData(RoundOrchestrator.PagesAtOnce + 1, 2)]
    [InlineData((2 * RoundOrchestrator.PagesAtOnce) + 7, 3)]
    public async Task Publish_SoManyPages_PublishesEachOnceInExecutionsOfABoundedHistory(int pages, int executions)
    {
        await using var engine = await EngineFixture.StartAsync(registry =>
        {
            registry.AddOrchestrator(OrchestratorNames.Round, () => new RoundOrchestrator());
            registry.AddActivityFunc<string, RoundAdvanced>(nameof(AdvanceRound), (_, round) => Advance(round, pages));
            registry.AddActivityFunc<PublishPage, PublishedPage>(nameof(PublishResults), (_, page) => Publish(page, pages));
        });

        var phase = await engine.RunAsync<RoundPhase>(OrchestratorNames.Round, "r7-01");

        Assert.Equal((RoundPhase.Published, executions), (phase, looks));
        // The last one is the page behind the last, which says that the round is published.
        Assert.Equal(Enumerable.Range(0, pages + 1), published.Keys.Select(p => p.Page).Order());
        Assert.All(published, p => Assert.Equal(("r7-01", 1), (p.Key.Round, p.Value)));
    }

    private RoundAdvanced Advance(string round, int pages)
    {
        Assert.Equal("r7-01", round);
        Interlocked.Increment(ref looks);
        return new(RoundPhase.Released, null, pages);
    }

    private PublishedPage Publish(PublishPage page, int pages)
    {
        published.AddOrUpdate(page, 1, (_, times) => times + 1);
        return new(page.Page < pages ? page.Page + 1 : null);
    }
}
