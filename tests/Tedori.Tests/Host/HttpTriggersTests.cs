using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Tedori.Local.Host;
using Tedori.Testing;

namespace Tedori.Tests.Host;

/// <summary>The triggers over HTTP, on a real server.</summary>
public sealed class HttpTriggersTests : IAsyncLifetime, IDisposable
{
    private readonly SamplePages.Visits visits = new();
    private readonly ServiceProvider services;
    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public HttpTriggersTests()
    {
        services = new ServiceCollection()
            .AddSingleton(visits)
            .AddScoped<SamplePages.Visit>()
            .AddSingleton(new Mock<DurableTaskClient>("the-client").Object)
            .BuildServiceProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMvcCore();
        app = builder.Build();
        HttpTriggers.Map(app, FunctionCatalog.Of(typeof(SamplePages)), services);
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await services.DisposeAsync();
    }

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("/", "home ")]
    [InlineData("/?q=1", "home 1")]
    [InlineData("/rounds/7/cases/r7-07-00123", "GET 8 r7-07-00123 True")]
    [InlineData("/rounds/-7/cases/%E4%BB%A4%E5%92%8C", "GET -6 令和 True")]
    [InlineData("/ROUNDS/7/CASES/A", "GET 8 A True")]
    [InlineData("/pages", "/pages none")]
    [InlineData("/pages/3", "/pages/3 3")]
    [InlineData("/NamedByItself", "GET")]
    public async Task Get_Route_BindsAndAnswers(string path, string expected)
    {
        var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("GET", "/absent", HttpStatusCode.NotFound)]
    [InlineData("GET", "/rounds/seven/cases/a", HttpStatusCode.NotFound)]
    [InlineData("GET", "/rounds/99999999999/cases/a", HttpStatusCode.NotFound)]
    [InlineData("GET", "/submit", HttpStatusCode.NotFound)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/NamedByItself", HttpStatusCode.OK)]
    [InlineData("GET", "/broken", HttpStatusCode.InternalServerError)]
    public async Task Request_OtherRouteOrVerb_GetsItsStatus(string verb, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.InternalServerError)
            Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Submit_Form_ReachesServicesAndDurableClient(string verb)
    {
        using var form = new FormUrlEncodedContent([new("name", "山田")]);
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/submit") { Content = form };
        var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("1 the-client 山田", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Requests_ManyAtOnce_EachHasItsOwnScopeThatEnds()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var form = new FormUrlEncodedContent([new("name", "x")]);
            (await client.PostAsync(new Uri("/submit", UriKind.Relative), form)).EnsureSuccessStatusCode();
        }));
        // The scope may end just after the answer has left.
        SpinWait.SpinUntil(() => visits.Count.Ended == 50, Patience.Limit);
        Assert.Equal((50, 50), visits.Count);
    }

    [Fact]
    public async Task ActionResult_OfMvc_IsExecuted()
    {
        var response = await client.GetAsync(new Uri("/away", UriKind.Relative));
        var location = response.Headers.Location?.OriginalString;
        Assert.Equal((HttpStatusCode.Redirect, "/submit"), (response.StatusCode, location));
    }
}
