using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Tedori.Functions.Development;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Development;

/// <summary>
/// The made-up staff are for who sits at the machine: the Functions tools listen to the whole network.
/// </summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("localhost:7071", null, null, null)]
    [InlineData("127.0.0.1", "127.0.0.1", null, null)]
    [InlineData("[::1]:7071", "::1", null, null)]
    [InlineData("localhost:50123", "::ffff:127.0.0.1", "127.0.0.1:52000", "localhost:7071")]
    public void SignIn_FromThisMachine_IsKnown(
        string host, string? remote, string? forwardedFor, string? forwardedHost) =>
        Assert.NotNull(Asked(host, remote, forwardedFor, forwardedHost));

    [Theory]
    [InlineData("192.168.0.7:7071", null, null, null)]
    [InlineData("evil.example", "127.0.0.1", null, null)]
    [InlineData("localhost.evil.example", "127.0.0.1", null, null)]
    [InlineData("localhost", "192.168.0.9", null, null)]
    [InlineData("localhost:50123", "127.0.0.1", "192.168.0.9", "localhost:7071")]
    [InlineData("localhost:50123", "127.0.0.1", "127.0.0.1, 192.168.0.9", "localhost:7071")]
    [InlineData("localhost:50123", "127.0.0.1", "somewhere", null)]
    [InlineData("localhost:50123", "127.0.0.1", null, "laptop.example:7071")]
    public void SignIn_FromElsewhere_IsNobody(
        string host, string? remote, string? forwardedFor, string? forwardedHost) =>
        Assert.Null(Asked(host, remote, forwardedFor, forwardedHost));

    private static StaffMember? Asked(string host, string? remote, string? forwardedFor, string? forwardedHost)
    {
        var signIn = new DevelopmentSignIn(new EphemeralDataProtectionProvider());
        var given = new DefaultHttpContext();
        signIn.SignIn(given.Response, DevelopmentSignIn.People[0]);
        var context = new DefaultHttpContext();
        context.Request.Host = new(host);
        context.Request.Headers.Cookie = given.Response.Headers.SetCookie.ToString().Split(';')[0];
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        if (forwardedFor is not null)
            context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        if (forwardedHost is not null)
            context.Request.Headers["X-Forwarded-Host"] = forwardedHost;
        return signIn.Of(context.Request);
    }
}
