using System.Net.Sockets;
using System.Text;
using NodaTime;
using Tedori.Workflows.Evidence;

namespace Tedori.Testing.Evidence;

/// <summary>The three stores of one platform, and what a browser does to them.</summary>
internal sealed record EvidenceStores(
    IEvidenceStore Evidence, IQuarantine Quarantine, ISealedDocuments Sealed, Uri Address) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    // Stores on other machines have their own clock, which no test can set.
    public Instant Now { get; } = SystemClock.Instance.GetCurrentInstant();

    public Uri Absolute(Uri url) => new(Address, url);

    /// <summary>A URL of ten minutes.</summary>
    public async Task<Uri> OpenAsync(PartKey part) =>
        Absolute(await Quarantine.OpenAsync(part, Now + Duration.FromMinutes(10)));

    /// <summary>Puts every part of the content.</summary>
    public async Task UploadAsync(UploadParts upload, byte[] content)
    {
        foreach (var part in upload.Keys)
        {
            using var answer = await PutBlobAsync(await OpenAsync(part), PieceOf(content, part.Number));
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public static byte[] PieceOf(byte[] content, int number) => content.Chunk(UploadParts.PartSize).ElementAt(number - 1);

    public Task<HttpResponseMessage> PutBlobAsync(Uri url, byte[] content) =>
        SendAsync(HttpMethod.Put, url, content, ("x-ms-blob-type", "BlockBlob"));

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri url, byte[]? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Add("x-ms-version", "2023-01-03");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        // A server that refuses by the head alone may hang up before it has read the rest.
        request.Headers.ExpectContinue = content?.Length > UploadParts.PartSize;
        if (content is not null)
            request.Content = new ByteArrayContent(content);
        return await http.SendAsync(request);
    }

    /// <summary>Sends two thirds of a part and keeps the rest.</summary>
    public static async Task<TcpClient> HoldBackAsync(Uri target, byte[] part)
    {
        var client = new TcpClient();
        await client.ConnectAsync(target.Host, target.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\nx-ms-version: 2023-01-03\r\n" +
            $"x-ms-blob-type: BlockBlob\r\nContent-Length: {part.Length}\r\n\r\n"));
        await stream.WriteAsync(part.AsMemory(0, part.Length * 2 / 3));
        await stream.FlushAsync();
        return client;
    }

    /// <summary>Sends two thirds of a part and hangs up.</summary>
    public static async Task BreakOffAsync(Uri target, byte[] part)
    {
        using var client = await HoldBackAsync(target, part);
        await using var stream = client.GetStream();
        client.Client.Shutdown(SocketShutdown.Send);
        await EndsAsync(stream);
    }

    /// <summary>Reads until the server has given the connection up, however it says so.</summary>
    public static async Task<bool> EndsAsync(Stream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // That is one of the ways.
        }

        return true;
    }

    public void Dispose() => http.Dispose();
}
