using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Tedori.Functions.Development;
using Tedori.Local.Composition;
using Tedori.Local.Serve;
using Tedori.Season;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Season;

namespace Tedori.Testing.Serve;

/// <summary>
/// Two years served side by side while the first round of the second takes entries and the first is half done.
/// </summary>
public sealed class ServedYears : IAsyncLifetime, IDisposable
{
    /// <summary>10:00 of the third day on which 令和8年度 takes entries.</summary>
    internal static readonly Instant Start = Tokyo.At("2026-05-20T10:00:00");

    private readonly TemporaryFolder folder = new();
    private LocalPlatform platform = null!;
    private WebApplication app = null!;

    internal IServiceProvider Services => platform.Services;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var options = new SeasonOptions(Sample.R7, 20, 1, Start) { Further = [Years.R8] };
        await using (var run = await SeasonRun.OpenAsync(options, folder.Path, CancellationToken.None))
            await run.PlayAsync(new Unwatched(), CancellationToken.None);
        var clock = ServeClock.Open(folder.Path, Start);
        platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder.Path,
                Timeline = clock.Timeline,
                Editions = options.Editions,
                BeaconSeed = 1,
                SignIn = DevelopmentSignIn.From,
                PublicAddress = new(new Uri("http://tedori.test/")),
            },
            CancellationToken.None);
        app = WebHost.Build(platform, clock, port: 0, failure => throw failure);
        await app.StartAsync();
        platform.Engine.Start();
        await platform.Engine.WhenIdleAsync().WaitAsync(Patience.Limit);
        Http = NewClient();
    }

    /// <summary>A browser of its own, which follows nothing by itself.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(app.Urls.First()),
        Timeout = Patience.Limit,
    };

    public async Task<IDocument> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK, HttpClient? http = null)
    {
        using var response = await (http ?? Http).GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await WebHost.StopAsync(app);
        await platform.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}
