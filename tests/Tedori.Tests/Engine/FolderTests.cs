using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Programme.Serialization;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class FolderTests
{
    [Fact]
    public async Task Folder_HeldByAnotherEngine_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        var e = await Assert.ThrowsAsync<DataFolderInUseException>(() => DurableEngine.OpenAsync(OptionsFor(f.Folder)));
        Assert.Contains(f.Folder, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsNoDatabase_IsReportedAsDamaged()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.Engine.DisposeAsync();
        await File.WriteAllBytesAsync(FileOf(f), [.. Enumerable.Repeat((byte)'x', 5_000)]);
        await Assert.ThrowsAsync<DataFolderCorruptException>(() => DurableEngine.OpenAsync(OptionsFor(f.Folder)));
    }

    [Fact]
    public async Task File_CutShort_IsReportedAsDamaged()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => f.BeginAsync("Quick", new string('x', 100))));
        await f.IdleAsync();
        await f.Engine.DisposeAsync();
        await using (var file = File.OpenWrite(FileOf(f))) file.SetLength(file.Length / 2 / 4096 * 4096);
        var e = await Assert.ThrowsAsync<DataFolderCorruptException>(
            () => DurableEngine.OpenAsync(OptionsFor(f.Folder)));
        Assert.Contains(FileOf(f), e.Message, StringComparison.Ordinal);
        Assert.Contains("restore", e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task File_WithAPageOverwritten_IsReportedAsDamaged()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => f.BeginAsync("Quick", new string('x', 100))));
        await f.IdleAsync();
        await f.Engine.DisposeAsync();
        await using (var file = File.OpenWrite(FileOf(f)))
        {
            file.Position = 3 * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xa5, 4096).ToArray());
        }
        await Assert.ThrowsAsync<DataFolderCorruptException>(() => DurableEngine.OpenAsync(OptionsFor(f.Folder)));
    }

    [Fact]
    public async Task File_OfANewerFormat_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.Engine.DisposeAsync();
        using (var database = Database.Connect(FileOf(f))) database.Execute("PRAGMA user_version=99");
        var e = await Assert.ThrowsAsync<DataFolderNewerException>(() => DurableEngine.OpenAsync(OptionsFor(f.Folder)));
        Assert.Equal((99, 2), (e.Found, e.Known));
    }

    [Fact]
    public async Task File_OfTheFormatBefore_IsRefusedWithWhatToDo()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.Engine.DisposeAsync();
        using (var database = Database.Connect(FileOf(f))) database.Execute("PRAGMA user_version=1");
        var e = await Assert.ThrowsAsync<DataFolderOlderException>(() => DurableEngine.OpenAsync(OptionsFor(f.Folder)));
        Assert.Equal((1, 2), (e.Found, e.Known));
        Assert.Contains("delete the file", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_Full_StopsTheEngineAndFailsEveryCall()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        await f.IdleAsync();
        await f.Engine.DisposeAsync();
        var told = new TaskCompletionSource<Exception>();
        await using var engine = await DurableEngine.OpenAsync(OptionsFor(f.Folder) with { MaxPages = 1 });
        engine.Failed += e => told.TrySetResult(e);
        engine.Start();
        var big = new string('x', 100_000);
        await Assert.ThrowsAsync<StorageFullException>(() => engine.Client.RaiseEventAsync("w", "other", big));
        Assert.Same(await told.Task.WaitAsync(Patience.Limit), engine.Failure);
        await Assert.ThrowsAsync<StorageFullException>(() => engine.WhenIdleAsync());
        await engine.DisposeAsync();
        await f.OpenAsync();
        await f.Client.RaiseEventAsync("w", "x", 3);
        await f.IdleAsync();
        Assert.Equal(3, (await f.ReadAsync("w")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Engine_Closed_RefusesCalls()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        var client = f.Client;
        await f.Engine.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.RaiseEventAsync("a", "b"));
    }

    [Fact]
    public async Task Engine_NotStarted_KeepsWhatItIsGiven()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await f.Engine.DisposeAsync();
        await using (var engine = await DurableEngine.OpenAsync(OptionsFor(f.Folder)))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                "Quick", "in", new StartOrchestrationOptions("q"));
        }
        await f.OpenAsync();
        await f.IdleAsync();
        Assert.Equal("in", (await f.ReadAsync("q")).ReadOutputAs<string>());
    }

    private static string FileOf(EngineFixture f) => Path.Combine(f.Folder, "engine.db");

    private static EngineOptions OptionsFor(string folder)
    {
        var registry = new DurableTaskRegistry();
        OrderTests.Quick(registry);
        OrderTests.Waiting(registry);
        return new EngineOptions
        {
            DataConverter = new JsonDataConverter(TedoriJson.Options),
            DataFolder = folder,
            Timeline = new VirtualTimeline(EngineFixture.Epoch),
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
            FullSync = false,
        };
    }
}
