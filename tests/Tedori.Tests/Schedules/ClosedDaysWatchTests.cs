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

/// <summary>A process that others run beside: they change closed days, it hears of them by the watch alone.</summary>
public sealed class ClosedDaysWatchTests : IAsyncDisposable
{
    private static readonly LocalDate Day = Tokyo.Day("2025-06-04");
    private readonly MemoryRecords records = new();
    private readonly EditionCatalog here = new(Sample.R7);
    private readonly TickedTime time = new();
    private readonly FakeLogger<ClosedDaysWatch> log = new();
    private readonly SemaphoreSlim reads = new(0);
    private readonly ServiceProvider services;
    private readonly ClosedDaysWatch watch;
    private Exception? failure;

    public ClosedDaysWatchTests()
    {
        services = new ServiceCollection()
            .AddScoped(_ => new Ended(reads))
            .AddScoped(scope =>
            {
                _ = scope.GetRequiredService<Ended>();
                return failure is null ? new ClosedDays(records, here) : throw failure;
            })
            .BuildServiceProvider();
        watch = new(services.GetRequiredService<IServiceScopeFactory>(), log, time);
    }

    private bool IsOpen => here.Of(TestOffice.First).Calendar.IsOpen(Day);

    [Fact]
    public async Task Start_BeforeTheFirstRequest_ReadsWhatWasChanged()
    {
        await CloseElsewhereAsync();

        await watch.StartAsync(CancellationToken.None);

        Assert.False(IsOpen);
    }

    [Fact]
    public async Task Start_WithoutTheRecord_Fails()
    {
        failure = new IOException("The store is away.");

        await Assert.ThrowsAsync<IOException>(() => watch.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Change_ByAnotherProcess_HoldsHereHalfAMinuteLater()
    {
        await StartAsync();
        await CloseElsewhereAsync();
        Assert.True(IsOpen);

        await TickAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), await time.PeriodAsync());
        Assert.False(IsOpen);
        Assert.Empty(log.Collector.GetSnapshot());
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Read_ThatFails_IsLoggedAndTheNextOneCounts(Type kind)
    {
        await StartAsync();
        await CloseElsewhereAsync();
        failure = (Exception)Activator.CreateInstance(kind)!;
        await TickAsync();
        Assert.True(IsOpen);
        failure = null;

        await TickAsync();

        Assert.False(IsOpen);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.StartsWith("The changes of closed days could not be read", line.Message, StringComparison.Ordinal);
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

    private Task CloseElsewhereAsync() =>
        new ClosedDays(records, new EditionCatalog(Sample.R7)).ChangeAsync(new(Day, true, "臨時閉庁"));

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
