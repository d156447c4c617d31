using System.Net;
using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Settings;

/// <summary>Whether a request comes from this machine: the Functions tools listen to the whole network.</summary>
internal static class Loopback
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Whether it was sent to a name of this machine, and from it.</summary>
    public static bool Asks(HttpRequest request) =>
        Names(request).All(n => Hosts.Contains(n, StringComparer.OrdinalIgnoreCase)) && Addresses(request).All(IsLocal);

    // The host in front of the worker tells what it saw in the forwarded headers.
    private static IEnumerable<string> Names(HttpRequest request) =>
        [request.Host.Host, .. Forwarded(request, "X-Forwarded-Host").Select(n => new HostString(n).Host)];

    private static IEnumerable<IPAddress?> Addresses(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is { } remote)
            yield return remote;
        foreach (var text in Forwarded(request, "X-Forwarded-For"))
        {
            yield return IPAddress.TryParse(text, out var address) ? address
                : IPEndPoint.TryParse(text, out var point) ? point.Address
                : null;
        }
    }

    private static bool IsLocal(IPAddress? address) => address is not null
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static IEnumerable<string> Forwarded(HttpRequest request, string header) => request.Headers[header]
        .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
