using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tedori.Testing.Serve;

/// <summary>Callers of other addresses, as the server sees them: all of 127.0.0.0/8 is this machine.</summary>
public static class Callers
{
    /// <summary>Comes from one address.</summary>
    public static SocketsHttpHandler From(this SocketsHttpHandler handler, string address) => handler.From(_ => address);

    /// <summary>Comes from an address of its own with each request.</summary>
    /// <param name="handler">What connects.</param>
    /// <param name="network">The second part of the addresses, 1 to 255.</param>
    public static SocketsHttpHandler FromEverywhere(this SocketsHttpHandler handler, int network)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        return handler.From(n => string.Create(CultureInfo.InvariantCulture, $"127.{network}.{n / 250}.{1 + (n % 250)}"));
    }

    private static SocketsHttpHandler From(this SocketsHttpHandler handler, Func<int, string> address)
    {
        var connections = -1;
        handler.ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Parse(address(Interlocked.Increment(ref connections))), 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return handler;
    }
}
