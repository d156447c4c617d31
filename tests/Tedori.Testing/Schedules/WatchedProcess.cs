using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Schedules;

namespace Tedori.Testing.Schedules;

/// <summary>A process with one watch that reads a service, which a test lets fail; its clock is turned by the test.</summary>
internal sealed class WatchedProcess<TService> : IAsyncDisposable
    where TService : class
{
    private readonly SemaphoreSlim reads = new(0);
    private readonly ServiceProvider services;

    /// <param name="watch">Makes the watch.</param>
    /// <param name="service">Makes what it reads by.</param>
    public WatchedProcess(Func<IServiceScopeFactory, TimeProvider, HalfMinuteWatch> watch, Func<TService> service)
    {
        services = new ServiceCollection()
            .AddScoped(_ => new Ended(reads))
            .AddScoped(scope =>
            {
                _ = scope.GetRequiredService<Ended>();
                return Failure is null ? service() : throw Failure;
            })
            .BuildServiceProvider();
        Watch = watch(services.GetRequiredService<IServiceScopeFactory>(), Time);
    }

    public TickedTime Time { get; } = new();

    public HalfMinuteWatch Watch { get; }

    /// <summary>What a reading fails with, or null.</summary>
    public Exception? Failure { get; set; }

    public async Task StartAsync()
    {
        await Watch.StartAsync(CancellationToken.None);
        Assert.True(await reads.WaitAsync(Patience.Limit));
    }

    /// <summary>Half a minute passes, and the reading that follows is over.</summary>
    public async Task TickAsync()
    {
        await Time.TickAsync();
        Assert.True(await reads.WaitAsync(Patience.Limit));
    }

    public async ValueTask DisposeAsync()
    {
        await Watch.StopAsync(CancellationToken.None);
        Watch.Dispose();
        await services.DisposeAsync();
        reads.Dispose();
    }

    /// <summary>Tells that a read is over: its scope ends with it.</summary>
    private sealed class Ended(SemaphoreSlim reads) : IDisposable
    {
        public void Dispose() => reads.Release();
    }
}
