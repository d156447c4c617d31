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

namespace Tedori.Tests.Schedules;

/// <summary>A process that others run beside: they change closed days, it hears of them by the watch alone.</summary>
public sealed class ClosedDaysWatchTests : IAsyncDisposable
{
    private static readonly LocalDate Day = Tokyo.Day("2025-06-04");
    private readonly MemoryRecords records = new();
    private readonly EditionCatalog here = new(Sample.R7);
    private readonly FakeLogger<ClosedDaysWatch> log = new();
    private readonly WatchedProcess<ClosedDays> process;

    public ClosedDaysWatchTests() => process = new(
        (scopes, time) => new ClosedDaysWatch(scopes, log, time), () => new(records, here));

    private bool IsOpen => here.Of(TestOffice.First).Calendar.IsOpen(Day);

    [Fact]
    public async Task Start_BeforeTheFirstRequest_ReadsWhatWasChanged()
    {
        await CloseElsewhereAsync();

        await process.StartAsync();

        Assert.False(IsOpen);
    }

    [Fact]
    public async Task Start_WithoutTheRecord_Fails()
    {
        process.Failure = new IOException("The store is away.");

        await Assert.ThrowsAsync<IOException>(process.StartAsync);
    }

    [Fact]
    public async Task Change_ByAnotherProcess_HoldsHereHalfAMinuteLater()
    {
        await process.StartAsync();
        await CloseElsewhereAsync();
        Assert.True(IsOpen);

        await process.TickAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), await process.Time.PeriodAsync());
        Assert.False(IsOpen);
        Assert.Empty(log.Collector.GetSnapshot());
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Read_ThatFails_IsLoggedAndTheNextOneCounts(Type kind)
    {
        await process.StartAsync();
        await CloseElsewhereAsync();
        process.Failure = (Exception)Activator.CreateInstance(kind)!;
        await process.TickAsync();
        Assert.True(IsOpen);
        process.Failure = null;

        await process.TickAsync();

        Assert.False(IsOpen);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.StartsWith("The changes of closed days could not be read", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_EndsTheWatchWithoutAnError()
    {
        await process.StartAsync();
        await process.TickAsync();

        await process.Watch.StopAsync(CancellationToken.None);

        Assert.True(process.Watch.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(log.Collector.GetSnapshot());
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private Task CloseElsewhereAsync() =>
        new ClosedDays(records, new EditionCatalog(Sample.R7)).ChangeAsync(new(Day, true, "臨時閉庁"));
}
