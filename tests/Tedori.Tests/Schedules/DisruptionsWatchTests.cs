using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using Tedori.Functions.Schedules;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Testing.Schedules;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Schedules;

/// <summary>A process that others run beside: they move a window, it hears of them by the watch alone.</summary>
public sealed class DisruptionsWatchTests : IAsyncDisposable
{
    private static readonly Instant Later = Tokyo.At("2025-05-23T20:00:00");
    private readonly MemoryRecords records = new();
    private readonly EditionCatalog here = new(Sample.R7);
    private readonly TickedTime time = new();
    private readonly FakeLogger<DisruptionsWatch> log = new();
    private readonly SemaphoreSlim reads = new(0);
    private readonly ServiceProvider services;
    private readonly DisruptionsWatch watch;
    private Exception? failure;

    public DisruptionsWatchTests()
    {
        services = new ServiceCollection()
            .AddScoped(_ => new Ended(reads))
            .AddScoped(scope =>
            {
                _ = scope.GetRequiredService<Ended>();
                return failure is null ? new Disruptions(records, here) : throw failure;
            })
            .BuildServiceProvider();
        watch = new(services.GetRequiredService<IServiceScopeFactory>(), log, time);
    }

    private bool IsMoved => here.Of(TestOffice.First).Round(1).Moved?.Closes == Later;

    [Fact]
    public async Task Start_BeforeTheFirstRequest_ReadsWhatWasMoved()
    {
        await MoveElsewhereAsync();

        await watch.StartAsync(CancellationToken.None);

        Assert.True(IsMoved);
    }

    [Fact]
    public async Task Start_WithoutTheRecord_Fails()
    {
        failure = new IOException("The store is away.");

        await Assert.ThrowsAsync<IOException>(() => watch.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Move_ByAnotherProcess_HoldsHereHalfAMinuteLater()
    {
        await StartAsync();
        await MoveElsewhereAsync();
        Assert.False(IsMoved);

        await TickAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), await time.PeriodAsync());
        Assert.True(IsMoved);
        Assert.Empty(log.Collector.GetSnapshot());
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Read_ThatFails_IsLoggedAndTheNextOneCounts(Type kind)
    {
        await StartAsync();
        await MoveElsewhereAsync();
        failure = (Exception)Activator.CreateInstance(kind)!;
        await TickAsync();
        Assert.False(IsMoved);
        failure = null;

        await TickAsync();

        Assert.True(IsMoved);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.StartsWith("Moved windows and outages could not be read", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_EndsTheWatchWithoutAnError()
    {
        await StartAsync();
        await TickAsync();

        await watch.StopAsync(CancellationToken.None);

        Assert.True(watch.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(log.Collector.GetSnapshot());
    }

    public async ValueTask DisposeAsync()
    {
        watch.Dispose();
        await services.DisposeAsync();
        reads.Dispose();
    }

    private Task MoveElsewhereAsync() =>
        new Disruptions(records, new EditionCatalog(Sample.R7)).KeepAsync(
            new Programme.Editions.MovedWindow(TestOffice.First, Later, "障害", Later, "p1"));

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

    /// <summary>Tells that a read is over: its scope ends with it.</summary>
    private sealed class Ended(SemaphoreSlim reads) : IDisposable
    {
        public void Dispose() => reads.Release();
    }
}
