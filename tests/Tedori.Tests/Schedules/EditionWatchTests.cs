using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Functions.Editions;
using Tedori.Functions.Schedules;
using Tedori.Programme;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Office;
using Tedori.Testing.Schedules;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Schedules;

/// <summary>A process that runs while the office puts files beside it.</summary>
public sealed class EditionWatchTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestOffice office = new();
    private readonly EditionCatalog catalog = new(Sample.R7);
    private readonly TickedTime time = new();
    private readonly FakeLogger<EditionWatch> log = new();
    private readonly SemaphoreSlim reads = new(0);
    private readonly ServiceProvider services;
    private readonly EditionWatch watch;

    public EditionWatchTests()
    {
        services = new ServiceCollection()
            .AddScoped(_ => new Ended(reads))
            .AddScoped(scope =>
            {
                _ = scope.GetRequiredService<Ended>();
                return new EditionService(
                    catalog, new(new ProductEditions(), new FolderEditions(folder.Path)),
                    new(office.Records, office.Clock));
            })
            .BuildServiceProvider();
        watch = new(services.GetRequiredService<IServiceScopeFactory>(), catalog, log, time);
    }

    [Fact]
    public async Task Watch_AFileThatComes_IsServedWithoutARestart()
    {
        await StartAsync();
        File.WriteAllText(folder["r8.json"], Years.R8Text);

        await TickAsync();

        Assert.True(catalog.Has(RoundId.Parse("r8-01")));
    }

    [Fact]
    public async Task Watch_AFileWithFaults_IsToldOnceAndLeavesTheOthers()
    {
        await StartAsync();
        File.WriteAllText(folder["r8.json"], "{ ");

        await TickAsync();
        await TickAsync();

        Assert.Contains(
            "r8.json", Assert.Single(log.Collector.GetSnapshot(), r => r.Level == LogLevel.Error).Message,
            StringComparison.Ordinal);
        Assert.True(catalog.Has(TestOffice.First));
    }

    public async ValueTask DisposeAsync()
    {
        await watch.StopAsync(CancellationToken.None);
        watch.Dispose();
        await services.DisposeAsync();
        reads.Dispose();
        folder.Dispose();
    }

    private async Task StartAsync()
    {
        await watch.StartAsync(CancellationToken.None);
        Assert.True(await reads.WaitAsync(Patience.Limit));
    }

    private async Task TickAsync()
    {
        await time.TickAsync();
        Assert.True(await reads.WaitAsync(Patience.Limit));
    }

    private sealed class Ended(SemaphoreSlim reads) : IDisposable
    {
        public void Dispose() => reads.Release();
    }
}
