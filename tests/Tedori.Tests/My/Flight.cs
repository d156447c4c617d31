using System.Net.Sockets;
using System.Text;
using Tedori.Testing;

namespace Tedori.Tests.My;

/// <summary>A request whose head the server has received and whose body is still on its way.</summary>
internal sealed class Flight : IAsyncDisposable
{
    private readonly TcpClient client = new();
    private readonly byte[] body;

    private Flight(byte[] body) => this.body = body;

    public static async Task<Flight> BeginAsync(Uri server, string path, string cookies, byte[] body)
    {
        var flight = new Flight(body);
        await flight.client.ConnectAsync(server.Host, server.Port);
        var head = $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {cookies}\r\nConnection: close\r\n" +
            "Content-Type: application/x-www-form-urlencoded\r\n" +
            $"Content-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n";
        await flight.client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        Assert.StartsWith("HTTP/1.1 100", await flight.LineAsync(), StringComparison.Ordinal);
        await flight.LineAsync();
        return flight;
    }

    /// <summary>Sends the body; the whole answer.</summary>
    public async Task<string> FinishAsync()
    {
        await client.GetStream().WriteAsync(body);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync().WaitAsync(Patience.Limit);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> LineAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        using var limit = new CancellationTokenSource(Patience.Limit);
        while (await client.GetStream().ReadAsync(one, limit.Token) == 1 && one[0] != '\n')
            line.Add(one[0]);
        return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
    }
}
