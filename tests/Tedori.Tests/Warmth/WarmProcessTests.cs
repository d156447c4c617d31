using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Development;
using Tedori.Local.Composition;
using Tedori.Local.Data;
using Tedori.Local.Records;
using Tedori.Local.Serve;
using Tedori.Programme.Entries;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Listings;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Warmth;

/// <summary>A process whose store does not get on with the list of cases, over real HTTP.</summary>
public sealed class WarmProcessTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TaskCompletionSource gate = new();
    private SlowRecords records = null!;
    private LocalPlatform platform = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        DataFolder.Open(folder.Path).Dispose();
        var clock = ServeClock.Open(folder.Path, EntryWindow.Of(Sample.R7, Sample.R7.Round(1)).Opens);
        platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder.Path,
                Timeline = clock.Timeline,
                Editions = [Sample.R7],
                BeaconSeed = 1,
                SignIn = DevelopmentSignIn.From,
                Adjust = services => services.AddSingleton<IRecords>(
                    all => records = new(all.GetRequiredService<SqliteRecords>()) { Gate = gate.Task }),
            },
            CancellationToken.None);
        app = WebHost.Build(platform, clock, port: 0, failure => throw failure);
        await app.StartAsync();
        platform.Engine.Start();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = Patience.Limit };
    }

    public async Task DisposeAsync()
    {
        gate.TrySetResult();
        http.Dispose();
        await app.StopAsync();
        await WebHost.StopAsync(app);
        await platform.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Process_WhileItReadsTheCases_AnswersApplicantsAndWatchers()
    {
        await records.FirstScan.WaitAsync(Patience.Limit);

        using var entry = await http.GetAsync(new Uri("/entry", UriKind.Relative));
        using var health = await http.GetAsync(new Uri("/healthz", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, entry.StatusCode);
        Assert.Equal("application/json", health.Content.Headers.ContentType?.MediaType);
        Assert.False(WebHost.WarmAsync(app).IsCompleted);
        gate.SetResult();
        await WebHost.WarmAsync(app).WaitAsync(Patience.Limit);
        Assert.Equal(Sample.R7.Rounds.Count, records.Scans);
    }
}
