using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using Tedori.Functions.Schedules;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Testing.Schedules;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Schedules;

/// <summary>A process that others run beside: they move a window, it hears of them by the watch alone.</summary>
public sealed class DisruptionsWatchTests : IAsyncDisposable
{
    private static readonly Instant Later = Tokyo.At("2025-05-23T20:00:00");
    private readonly MemoryRecords records = new();
    private readonly EditionCatalog here = new(Sample.R7);
    private readonly FakeLogger<DisruptionsWatch> log = new();
    private readonly WatchedProcess<Disruptions> process;

    public DisruptionsWatchTests() => process = new(
        (scopes, time) => new DisruptionsWatch(scopes, log, time), () => new(records, here));

    private bool IsMoved => here.Of(TestOffice.First).Round(1).Moved?.Closes == Later;

    [Fact]
    public async Task Start_BeforeTheFirstRequest_ReadsWhatWasMoved()
    {
        await MoveElsewhereAsync();

        await process.StartAsync();

        Assert.True(IsMoved);
    }

    [Fact]
    public async Task Move_ByAnotherProcess_HoldsHereHalfAMinuteLater()
    {
        await process.StartAsync();
        await MoveElsewhereAsync();
        Assert.False(IsMoved);

        await process.TickAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), await process.Time.PeriodAsync());
        Assert.True(IsMoved);
        Assert.Empty(log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task Read_ThatFails_IsLoggedAndTheNextOneCounts()
    {
        await process.StartAsync();
        await MoveElsewhereAsync();
        using var unread = new MetricCollector<long>(TedoriMeter.DisruptionsUnread);
        process.Failure = new IOException("The store is away.");
        await process.TickAsync();
        Assert.False(IsMoved);
        process.Failure = null;

        await process.TickAsync();

        Assert.True(IsMoved);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Equal(1, unread.GetMeasurementSnapshot().Sum(m => m.Value));
        Assert.StartsWith("Moved windows and outages could not be read", line.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private Task MoveElsewhereAsync() =>
        new Disruptions(records, new EditionCatalog(Sample.R7)).KeepAsync(
            new Programme.Editions.MovedWindow(TestOffice.First, Later, "障害", Later, "p1"));
}
