using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Testing;
using Tedori.Testing.Engine;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Bulk;

/// <summary>Work on many cases, in memory, that counts what is done.</summary>
internal sealed class CountedWork : IBulkWork, IAsyncDisposable
{
    public static readonly BulkId Id = new("work", "w1");

    private readonly Lock gate = new();
    private readonly ServiceProvider services;
    private int underWay;

    public CountedWork() => services = new ServiceCollection()
        .AddSingleton<IBulkWork>(this).AddScoped<FindOpenItems>().AddScoped<PerformItem>().BuildServiceProvider();

    public IServiceProvider Services => services;

    public string Kind => Id.Kind;

    public int Total { get; set; }

    public IReadOnlyList<string> Broken { get; set; } = [];

    /// <summary>Holds every item back that comes after so many.</summary>
    public (TaskCompletionSource Opened, int After)? Gate { get; set; }

    public ConcurrentDictionary<string, int> Performed { get; } = new();

    public int MostAtOnce { get; private set; }

    public bool Ended { get; private set; }

    public Task<OpenItems> FindAsync(string id, string after, int most, CancellationToken cancellation = default)
    {
        var open = Enumerable.Range(1, Total).Select(n => n.ToString("0000", CultureInfo.InvariantCulture))
            .Where(i => !Performed.ContainsKey(i)).ToList();
        Ended |= open.Count == 0;
        return Task.FromResult(OpenItems.Next(open, after, most));
    }

    public async Task PerformAsync(string id, string item, CancellationToken cancellation = default)
    {
        if (Broken.Contains(item))
            throw new IOException("The store is away.");
        lock (gate)
            MostAtOnce = Math.Max(MostAtOnce, ++underWay);
        Performed.AddOrUpdate(item, 1, (_, n) => n + 1);
        if (Gate is var (opened, after) && Performed.Count > after)
            await opened.Task;
        lock (gate)
            underWay--;
    }

    /// <summary>Waits until so many items have begun.</summary>
    public async Task BegunAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Performed.Count < count)
            await Task.Delay(5, patience.Token);
    }

    /// <summary>Begins it on an engine of its own.</summary>
    public async Task<EngineFixture> StartAsync()
    {
        var engine = await EngineFixture.StartAsync(Register, o => o with { Services = services });
        await engine.BeginAsync(OrchestratorNames.Bulk, Id.ToString(), Id.Instance);
        return engine;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static void Register(DurableTaskRegistry registry)
    {
        registry.AddOrchestrator(OrchestratorNames.Bulk, () => new BulkOrchestrator());
        registry.AddActivity<FindOpenItems>(nameof(FindOpenItems));
        registry.AddActivity<PerformItem>(nameof(PerformItem));
    }
}
