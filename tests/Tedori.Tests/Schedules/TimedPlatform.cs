using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;
using Tedori.Local.Composition;
using Tedori.Local.Host;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;

namespace Tedori.Tests.Schedules;

/// <summary>
/// The whole platform on an empty folder before the first round, on a clock that stands still until a test moves it.
/// </summary>
internal sealed class TimedPlatform : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly VirtualTimeline time = new(Tokyo.At("2025-05-01T10:00:00"));
    private LocalPlatform platform = null!;
    private TimerTriggers timers = null!;

    public IServiceProvider Services => platform.Services;

    public DurableTaskClient Client => platform.Engine.Client;

    public Instant Now => time.GetCurrentInstant();

    public static async Task<TimedPlatform> OpenAsync()
    {
        var opened = new TimedPlatform();
        opened.platform = await LocalPlatform.OpenAsync(
            new() { Folder = opened.folder.Path, Timeline = opened.time, Editions = [Sample.R7], BeaconSeed = 1 },
            CancellationToken.None);
        opened.platform.Engine.Start();
        opened.timers = new(opened.platform.Functions, opened.platform.Services);
        // The first look only notes when each timer runs next.
        await opened.RunDueAsync();
        return opened;
    }

    /// <summary>Moves the clock on, then runs the timer triggers that are due.</summary>
    public async Task<int> RunAtAsync(string local)
    {
        var at = Tokyo.At(local);
        await IdleAsync();
        while (platform.Engine.NextDue is { } due && due < at)
        {
            time.AdvanceTo(due > Now ? due : Now);
            await IdleAsync();
        }

        time.AdvanceTo(at);
        await IdleAsync();
        return await RunDueAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        folder.Dispose();
    }

    private Task<int> RunDueAsync() => timers.RunDueAsync(Now, CancellationToken.None);

    private Task IdleAsync() => platform.Engine.WhenIdleAsync().WaitAsync(Patience.Limit);
}
