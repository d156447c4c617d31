using System.Net.Sockets;
using System.Text;
using NodaTime;
using Tedori.Programme.Evidence;
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

    public async Task UploadAsync(Uri url, byte[] content, int blockSize)
    {
        var blocks = content.Chunk(blockSize).ToList();
        for (var n = 0; n < blocks.Count; n++)
        {
            using var answer = await PutBlockAsync(url, n, blocks[n]);
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        using var last = await PutListAsync(url, blocks.Count);
        Assert.True(last.IsSuccessStatusCode, $"{last.StatusCode}: {await last.Content.ReadAsStringAsync()}");
    }

    public Task<HttpResponseMessage> PutBlockAsync(Uri url, int number, byte[] block) =>
        SendAsync(HttpMethod.Put, BlockUrl(url, number), block);

    public Task<HttpResponseMessage> PutListAsync(Uri url, int count)
    {
        var ids = string.Concat(Enumerable.Range(0, count).Select(n => $"<Latest>{Id(n)}</Latest>"));
        var body = $"<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>{ids}</BlockList>";
        return SendAsync(HttpMethod.Put, new(url.AbsoluteUri + "&comp=blocklist"), Encoding.UTF8.GetBytes(body));
    }

    public Task<HttpResponseMessage> PutBlobAsync(Uri url, byte[] content) =>
        SendAsync(HttpMethod.Put, url, content, blobType: "BlockBlob");

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri url, byte[]? content = null, string? blobType = null)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Add("x-ms-version", "2023-01-03");
        if (blobType is not null)
            request.Headers.Add("x-ms-blob-type", blobType);
        // A server that refuses by the head alone may hang up before it has read the rest.
        request.Headers.ExpectContinue = content?.Length > EvidenceLimits.MostBytes;
        if (content is not null)
            request.Content = new ByteArrayContent(content);
        return await http.SendAsync(request);
    }

    /// <summary>Sends two thirds of a block and hangs up.</summary>
    public static async Task BreakOffAsync(Uri url, int number, byte[] block)
    {
        var target = BlockUrl(url, number);
        using var client = new TcpClient();
        await client.ConnectAsync(target.Host, target.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\nx-ms-version: 2023-01-03\r\n" +
            $"Content-Length: {block.Length}\r\n\r\n"));
        await stream.WriteAsync(block.AsMemory(0, block.Length * 2 / 3));
        await stream.FlushAsync();
        client.Client.Shutdown(SocketShutdown.Send);
        // Until the server has given it up, however it says so.
        try
        {
            var rest = new byte[1024];
            while (await stream.ReadAsync(rest) > 0)
            {
            }
        }
        catch (IOException)
        {
            // That is one of the ways.
        }
    }

    public void Dispose() => http.Dispose();

    private static Uri BlockUrl(Uri url, int number) =>
        new($"{url.AbsoluteUri}&comp=block&blockid={Uri.EscapeDataString(Id(number))}");

    private static string Id(int number) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{number:00000}"));
}
