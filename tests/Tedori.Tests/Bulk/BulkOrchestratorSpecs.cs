using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Tests.Engine;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Bulk;

/// <summary>How work on many cases runs on the engine of one machine.</summary>
public sealed class BulkOrchestratorSpecs : IAsyncDisposable
{
    private static readonly BulkId Id = new("work", "w1");

    private readonly CountedWork work = new();
    private readonly ServiceProvider services;

    public BulkOrchestratorSpecs() => services = new ServiceCollection()
        .AddSingleton<IBulkWork>(work).AddScoped<FindOpenItems>().AddScoped<PerformItem>().BuildServiceProvider();

    [Fact]
    public async Task Run_MoreThanOneExecutionHolds_DoesEachItemOnce()
    {
        work.Total = 2 * FindOpenItems.Most + 7;
        await using var engine = await StartAsync();

        await engine.PlayAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.ReadAsync(Id.Instance)).RuntimeStatus);
        Assert.Equal(work.Total, work.Performed.Count);
        Assert.All(work.Performed.Values, times => Assert.Equal(1, times));
        Assert.True(work.Ended);
    }

    [Fact]
    public async Task Run_ManyItems_HasSixteenUnderWayAtOnceAndNoMore()
    {
        work.Total = 60;
        work.Gate = new();
        await using var engine = await StartAsync();

        await work.UnderWayAsync(16);
        Assert.Equal(16, work.Performed.Count);
        work.Gate.SetResult();
        await engine.PlayAsync();

        Assert.Equal(60, work.Performed.Count);
        Assert.Equal(16, work.MostAtOnce);
    }

    [Fact]
    public async Task Run_WhereSomeItemsFailAgainAndAgain_DoesTheOthersAndFails()
    {
        work.Total = FindOpenItems.Most + 20;
        work.Broken = ["0001", "0002"];
        await using var engine = await StartAsync();

        await engine.PlayAsync();

        var failed = await engine.ReadAsync(Id.Instance);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("2 items of work-w1@", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(work.Total - 2, work.Performed.Count);
        Assert.False(work.Ended);

        work.Broken = [];
        await engine.BeginAsync(OrchestratorNames.Bulk, Id.ToString(), Id.Instance);
        await engine.PlayAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.ReadAsync(Id.Instance)).RuntimeStatus);
        Assert.Equal(work.Total, work.Performed.Count);
        Assert.True(work.Ended);
    }

    [Fact]
    public async Task Run_OnAnEngineThatWasOpenedAgain_GoesOn()
    {
        work.Total = 60;
        work.Gate = new();
        await using var engine = await StartAsync();
        await work.UnderWayAsync(16);
        var reopened = engine.ReopenAsync(adjust: o => o with { Services = services });
        work.Gate.SetResult();
        await reopened;

        await engine.PlayAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.ReadAsync(Id.Instance)).RuntimeStatus);
        Assert.Equal(60, work.Performed.Count);
        Assert.True(work.Ended);
    }

    [Theory]
    [InlineData("proposal-0f3a", "proposal", "0f3a", "")]
    [InlineData("notices-a-b@0200", "notices", "a-b", "0200")]
    [InlineData("proposal-0f3a@0001.00017", "proposal", "0f3a", "0001.00017")]
    public void Id_Written_IsReadAgain(string text, string kind, string id, string after)
    {
        Assert.Equal(new BulkId(kind, id, after), BulkId.Parse(text));
        Assert.Equal(text, new BulkId(kind, id, after).ToString());
        Assert.Equal($"bulk-{kind}-{id}", BulkId.Parse(text).Instance);
    }

    [Fact]
    public void Id_WithoutAKind_IsNone() => Assert.Throws<FormatException>(() => BulkId.Parse("proposal"));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<EngineFixture> StartAsync()
    {
        var engine = await EngineFixture.StartAsync(
            r =>
            {
                r.AddOrchestrator(OrchestratorNames.Bulk, () => new BulkOrchestrator());
                r.AddActivity<FindOpenItems>(nameof(FindOpenItems));
                r.AddActivity<PerformItem>(nameof(PerformItem));
            },
            o => o with { Services = services });
        await engine.BeginAsync(OrchestratorNames.Bulk, Id.ToString(), Id.Instance);
        return engine;
    }

    /// <summary>Work in memory that counts what is done.</summary>
    private sealed class CountedWork : IBulkWork
    {
        private readonly Lock gate = new();
        private int underWay;

        public string Kind => Id.Kind;

        public int Total { get; set; }

        public IReadOnlyList<string> Broken { get; set; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public ConcurrentDictionary<string, int> Performed { get; } = new();

        public int MostAtOnce { get; private set; }

        public bool Ended { get; private set; }

        public Task<OpenItems> FindAsync(string id, string after, int most, CancellationToken cancellation)
        {
            var open = Enumerable.Range(1, Total).Select(n => n.ToString("0000", CultureInfo.InvariantCulture))
                .Where(i => !Performed.ContainsKey(i)).ToList();
            Ended |= open.Count == 0;
            return Task.FromResult(OpenItems.Next(open, after, most));
        }

        public async Task PerformAsync(string id, string item, CancellationToken cancellation)
        {
            if (Broken.Contains(item))
                throw new IOException("The store is away.");
            lock (gate)
                MostAtOnce = Math.Max(MostAtOnce, ++underWay);
            Performed.AddOrUpdate(item, 1, (_, n) => n + 1);
            if (Gate is { } open)
                await open.Task;
            lock (gate)
                underWay--;
        }

        public async Task UnderWayAsync(int count)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (Performed.Count < count)
                await Task.Delay(5, patience.Token);
        }
    }
}
