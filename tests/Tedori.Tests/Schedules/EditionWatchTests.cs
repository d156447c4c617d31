using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Functions.Editions;
using Tedori.Functions.Schedules;
using Tedori.Programme;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Office;
using Tedori.Testing.Schedules;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Schedules;

/// <summary>A process that runs while the office puts files beside it.</summary>
public sealed class EditionWatchTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestOffice office = new();
    private readonly EditionCatalog catalog = new(Sample.R7);
    private readonly FakeLogger<EditionWatch> log = new();
    private readonly WatchedProcess<EditionService> process;

    public EditionWatchTests() => process = new(
        (scopes, time) => new EditionWatch(scopes, catalog, log, time),
        () => new(
            catalog, new(new ProductEditions(), new FolderEditions(folder.Path)), new(office.Records, office.Clock)));

    [Fact]
    public async Task Watch_AFileThatComes_IsServedWithoutARestart()
    {
        await process.StartAsync();
        File.WriteAllText(folder["r8.json"], Years.R8Text);

        await process.TickAsync();

        Assert.True(catalog.Has(RoundId.Parse("r8-01")));
    }

    [Fact]
    public async Task Watch_AFileWithFaults_IsToldOnceAndLeavesTheOthers()
    {
        await process.StartAsync();
        File.WriteAllText(folder["r8.json"], "{ ");

        await process.TickAsync();
        await process.TickAsync();

        Assert.Contains(
            "r8.json", Assert.Single(log.Collector.GetSnapshot(), r => r.Level == LogLevel.Error).Message,
            StringComparison.Ordinal);
        Assert.True(catalog.Has(TestOffice.First));
    }

    [Fact]
    public async Task Read_ThatFails_IsLoggedAndCounted()
    {
        await process.StartAsync();
        using var unread = new MetricCollector<long>(TedoriMeter.EditionsUnread);
        process.Failure = new IOException("The store is away.");

        await process.TickAsync();

        Assert.Equal(1, unread.GetMeasurementSnapshot().Sum(m => m.Value));
        Assert.StartsWith(
            "The programme files could not be read", Assert.Single(log.Collector.GetSnapshot()).Message,
            StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Dispose();
    }
}
