using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Development;
using Tedori.Local.Composition;
using Tedori.Local.Serve;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Records;
using Tedori.Testing.Season;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Serve;

/// <summary>A folder played into the second round's window and served over real HTTP, as the command does it.</summary>
public class ServedFolder : IAsyncLifetime, IDisposable
{
    /// <summary>10:00 of the last day of the second round's window, Japanese time.</summary>
    internal static readonly Instant Start = Instant.FromUtc(2025, 6, 20, 1, 0);

    private static readonly Lazy<Task<TemporaryFolder>> Played = new(PlayAsync);

    private readonly TemporaryFolder folder = new();
    private LocalPlatform platform = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The programme; the folder was played by 令和7年度 up to now.</summary>
    internal virtual Edition Edition => Sample.R7;

    internal ServeClock Clock { get; private set; } = null!;

    internal IReadOnlyCollection<string> Addresses => [.. app.Urls];

    /// <summary>The records of the folder, which tell how they are used.</summary>
    internal WatchedRecords Records { get; private set; } = null!;

    internal IServiceProvider Services => platform.Services;

    internal IServiceProvider HostServices => app.Services;

    internal Instant? NextDue => platform.Engine.NextDue;

    internal Task IdleAsync() => platform.Engine.WhenIdleAsync().WaitAsync(Patience.Limit);

    /// <summary>Moves the clock on, from due instant to due instant, as it would have passed.</summary>
    internal async Task AdvanceToAsync(Instant target)
    {
        while (NextDue is { } due && due < target)
        {
            Clock.MoveOnTo(due);
            await IdleAsync();
        }

        Clock.MoveOnTo(target);
        await IdleAsync();
    }

    public async Task InitializeAsync()
    {
        folder.Fill((await Played.Value).Path);
        Clock = ServeClock.Open(folder.Path, Start);
        platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder.Path,
                Timeline = Clock.Timeline,
                Editions = [Edition],
                BeaconSeed = 1,
                SignIn = DevelopmentSignIn.From,
                MailDomain = "tedori.test",
                PublicAddress = new(new Uri("http://tedori.test/")),
                Adjust = Watch,
            },
            CancellationToken.None);
        app = WebHost.Build(platform, Clock, port: 0, failure => throw failure);
        await app.StartAsync();
        platform.Engine.Start();
        await IdleAsync();
        Http = NewClient();
    }

    /// <summary>A browser of its own: with cookies, and it follows nothing by itself.</summary>
    public HttpClient NewClient(CookieContainer? cookies = null) => NewClient(cookies, handler => handler);

    /// <summary>A browser of its own at another address.</summary>
    public HttpClient NewClient(CookieContainer? cookies, Func<SocketsHttpHandler, SocketsHttpHandler> from) =>
        new(from(new SocketsHttpHandler
        {
            CookieContainer = cookies ?? new CookieContainer(),
            AllowAutoRedirect = false,
            Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
        }))
        {
            BaseAddress = new Uri(app.Urls.First()),
            Timeout = Patience.Limit,
        };

    public async Task<IDocument> PageAsync(string path, HttpClient? http = null)
    {
        using var response = await (http ?? Http).GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await WebHost.StopAsync(app);
        await platform.DisposeAsync();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            folder.Dispose();
    }

    // Played once for all tests, each of which goes on in a copy.
    private static async Task<TemporaryFolder> PlayAsync()
    {
        var played = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => played.Dispose();
        await PlayedSeason.BeginAsync(played.Path, seed: 1, Start, entries: 55);
        return played;
    }

    private void Watch(IServiceCollection services)
    {
        var own = services.Last(s => s.ServiceType == typeof(IRecords)).ImplementationFactory!;
        services.AddSingleton<IRecords>(all => Records = new((IRecords)own(all)));
    }
}
