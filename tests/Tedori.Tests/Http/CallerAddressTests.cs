using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Tedori.Functions.Http;

namespace Tedori.Tests.Http;

public sealed class CallerAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    public void Network_OfAnAddress_IsWhatACallerCannotChange(string remote, string network) =>
        Assert.Equal(network, CallerLimits.NetworkOf(From(remote, 40_000)));

    [Fact]
    public void Address_WithAnInventedHeaderAndAnyPort_IsTheOneThatThePlatformSaw()
    {
        var request = From("203.0.113.7", 51_234);
        request.Headers["X-Forwarded-For"] = "198.51.100.1:1, 198.51.100.2";

        Assert.Equal("203.0.113.7", CallerLimits.AddressOf(request));
        Assert.Equal("203.0.113.7", CallerLimits.NetworkOf(request));
    }

    [Fact]
    public void Admit_ManyAddressesOfOneNetworkWithInventedHeaders_ShareWhatOneMayAsk()
    {
        using var limits = new CallerLimits(new FakeTimeProvider());
        var admitted = 0;
        for (var n = 0; n < 20_000; n++)
        {
            var request = From($"2001:db8::{n:x}", n);
            request.Headers["X-Forwarded-For"] = $"198.51.100.{n % 250}:{n}";
            admitted += limits.Admit(request) ? 1 : 0;
        }

        // What one may ask at once, and what comes back while the test runs.
        Assert.InRange(admitted, 3000, 19_999);
    }

    private static HttpRequest From(string address, int port)
    {
        var context = new DefaultHttpContext();
        (context.Connection.RemoteIpAddress, context.Connection.RemotePort) = (IPAddress.Parse(address), port);
        return context.Request;
    }
}
