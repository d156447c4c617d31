using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tedori.Local;

/// <summary>Ports of 127.0.0.1.</summary>
internal static class LoopbackPort
{
    /// <summary>The port, or a free one for 0; null where it is in use.</summary>
    public static int? Free(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return null;
        }
    }

    /// <summary>What is said where a port is in use.</summary>
    /// <param name="port">The port.</param>
    /// <param name="option">The option that names another.</param>
    public static UsageException InUse(int port, string option) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Port {port} on 127.0.0.1 is in use: stop the other process or give another with {option}."));
}
