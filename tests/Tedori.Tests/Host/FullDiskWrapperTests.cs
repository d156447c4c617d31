using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Data;
using Tedori.Local.Host;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Host;

/// <summary>A full disk stops the work; it is not an answer that an orchestration could go on with.</summary>
public sealed class FullDiskWrapperTests : IDisposable
{
    private readonly Disk disk = new();
    private readonly ServiceProvider services;

    public FullDiskWrapperTests() => services = new ServiceCollection()
        .AddSingleton<StorageAlarm>()
        .AddSingleton(disk)
        .BuildServiceProvider();

    [Fact]
    public async Task Activity_OnAFullDisk_IsLeftOpenAndRunAgainByTheNextOwner()
    {
        await using var fixture = await EngineFixture.StartAsync(
            _ => { }, options => options with { Registry = Registry() });
        await fixture.BeginAsync("Writes", id: "w");

        await Assert.ThrowsAsync<StorageFullException>(
            () => services.GetRequiredService<StorageAlarm>().Rung.WaitAsync(Patience.Limit));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await fixture.ReadAsync("w")).RuntimeStatus);

        disk.Free = true;
        await fixture.ReopenAsync(adjust: options => options with { Registry = Registry() });
        await fixture.PlayAsync();
        Assert.Equal("written", (await fixture.ReadAsync("w")).ReadOutputAs<string>());
        Assert.Equal(2, disk.Writes);
    }

    public void Dispose() => services.Dispose();

    private DurableTaskRegistry Registry() => DurableWrappers.Registry(FunctionCatalog.Of(typeof(Writing)), services);

    public sealed class Disk
    {
        public bool Free { get; set; }

        public int Writes { get; set; }
    }

    public sealed class Writing(Disk disk)
    {
        [Function("Writes")]
        public static Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>("Write", "text");

        [Function("Write")]
        public Task<string> Write([ActivityTrigger] string text)
        {
            disk.Writes++;
            return disk.Free ? Task.FromResult("written") : throw new StorageFullException(text);
        }
    }
}
