using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Serve;

/// <summary>What the web host lets nobody do.</summary>
public sealed class GuardTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("GET", "/local", 200)]
    [InlineData("GET", "/local/outbox", 200)]
    [InlineData("GET", "/absent", 404)]
    [InlineData("GET", "/local/cases/absent", 404)]
    [InlineData("GET", "/local/clock/next", 405)]
    [InlineData("POST", "/", 405)]
    [InlineData("POST", "/local/clock/next", 400)]
    [InlineData("GET", "/local/rounds/r7-01?page=x", 400)]
    public async Task Answer_AnyOfThem_HasTheSecurityHeaders(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await served.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        AssertGuarded(response);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    public async Task Request_ForAForeignHost_IsRefused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/local", UriKind.Relative));
        request.Headers.Host = host;
        using var response = await served.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertGuarded(response);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            "このサーバーには 127.0.0.1 または localhost のアドレスで接続してください。\n", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:7071")]
    [InlineData("127.0.0.1")]
    public async Task Request_ForThisHost_IsServed(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/local", UriKind.Relative));
        request.Headers.Host = host;
        using var response = await served.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Page_WithItsStyle_SuitsThePolicyOfItsAnswer()
    {
        using var response = await served.Http.GetAsync(new Uri("/local", UriKind.Relative));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        var page = await served.PageAsync("/local");
        Assert.Empty(page.QuerySelectorAll("script, [style], link[rel=stylesheet]"));
    }

    [Fact]
    public async Task Body_OverTheLimit_IsRefused()
    {
        using var http = served.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/local/clock/next", UriKind.Relative));
        request.Headers.ExpectContinue = true;
        request.Content = new StringContent(
            "field=" + new string('x', 1024 * 1024), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Path_WithDots_LeavesNoFolder()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, served.Http.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "GET /local/mail/../../../tedori.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);

        Assert.StartsWith("HTTP/1.1 404", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_OfTheHost_IsLoopbackOnly()
    {
        Assert.Equal(["127.0.0.1"], served.Addresses.Select(a => new Uri(a).Host));
        var others = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses.Select(a => a.Address))
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        foreach (var other in others)
        {
            using var client = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(
                () => client.ConnectAsync(other, served.Http.BaseAddress!.Port));
        }
    }

    internal static void AssertGuarded(HttpResponseMessage response)
    {
        Assert.Contains(
            "frame-ancestors 'none'", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", HeaderOf(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", HeaderOf(response, "Referrer-Policy"));
        Assert.Contains("no-store", HeaderOf(response, "Cache-Control"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    private static string HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : $"no {name}";
}
