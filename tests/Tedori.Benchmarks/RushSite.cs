using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Composition;
using Tedori.Local.Data;
using Tedori.Local.Serve;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Benchmarks;

/// <summary>A new folder, served as <c>serve</c> does it, at the instant at which the first round opens.</summary>
internal sealed class RushSite : IAsyncDisposable
{
    private readonly LocalPlatform platform;
    private readonly WebApplication app;
    private readonly ServeClock clock;
    private readonly EntryWindow window;
    private readonly Edition edition;

    private RushSite(LocalPlatform platform, WebApplication app, ServeClock clock, Edition edition, TimeSpan warmIn)
    {
        (this.platform, this.app, this.clock, this.edition, WarmIn) = (platform, app, clock, edition, warmIn);
        window = EntryWindow.Of(edition, edition.Round(1));
    }

    public Uri Address => new(app.Urls.First());

    public RoundId Round => new(edition.Id, 1);

    /// <summary>How long after its start the process had warmed itself.</summary>
    public TimeSpan WarmIn { get; }

    public static async Task<RushSite> OpenAsync(string folder, Edition edition)
    {
        // Makes the folder ours before the clock writes into it.
        DataFolder.Open(folder).Dispose();
        var clock = ServeClock.Open(folder, EntryWindow.Of(edition, edition.Round(1)).Opens);
        var platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder,
                Timeline = clock.Timeline,
                Editions = [edition],
                BeaconSeed = 1,
                PublicAddress = new(new Uri("http://127.0.0.1/")),
            },
            CancellationToken.None);
        var app = WebHost.Build(platform, clock, port: 0, failure => throw failure);
        var started = Stopwatch.GetTimestamp();
        await app.StartAsync();
        platform.Engine.Start();
        await using (var scope = platform.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Sweeper>().RearmAsync(CancellationToken.None);
        await platform.WhenIdleAsync(CancellationToken.None);
        // As every served process does by itself, hours before the round opens.
        await WebHost.WarmAsync(app);
        return new(platform, app, clock, edition, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Moves the clock past the close and answers with the sealed list, by receipt number.</summary>
    public async Task<IReadOnlyList<ListRow>> SealAsync()
    {
        await platform.WhenIdleAsync(CancellationToken.None);
        clock.JumpTo(window.Closes + edition.Windows.Drain);
        await platform.WhenIdleAsync(CancellationToken.None);
        return await ReadAsync(rounds => rounds.PagesAsync(RoundRows.ListOf(Round)));
    }

    /// <summary>All entries by serial.</summary>
    public Task<List<(EntryRow Entry, string Version)>> EntriesAsync() => ReadAsync(rounds => rounds.EntriesAsync(Round));

    /// <summary>How many mails left.</summary>
    public int Mails => platform.Outbox.Count();

    public async ValueTask DisposeAsync()
    {
        await WebHost.StopAsync(app);
        await platform.DisposeAsync();
    }

    private async Task<T> ReadAsync<T>(Func<RoundRecords, Task<T>> read)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<RoundRecords>());
    }
}
