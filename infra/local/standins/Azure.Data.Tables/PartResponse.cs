#nullable disable
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Azure.Data.Tables;

// One answer out of the multipart answer to a transaction.
internal sealed class PartResponse : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private PartResponse(Response whole, Match status, string headerLines, string body)
    {
        Status = int.Parse(status.Groups[1].Value, CultureInfo.InvariantCulture);
        ReasonPhrase = status.Groups[2].Value.Trim();
        ClientRequestId = whole.ClientRequestId;
        ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        foreach (var header in headerLines.Split('\n').Select(line => line.Split(':', 2)).Where(h => h.Length == 2))
            headers[header[0].Trim()] = header[1].Trim();
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public static IReadOnlyList<PartResponse> Read(Response whole)
    {
        var text = whole.Content.ToString();
        var boundary = Regex.Match(text, @"boundary=""?([^""\s;]+)");
        if (!boundary.Success)
            throw new InvalidDataException("The answer to a transaction has no change set.");
        var parts = text.Split($"--{boundary.Groups[1].Value}").Select(part => Part(whole, part));
        return [.. parts.Where(part => part is not null)];
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        headers.Select(h => new HttpHeader(h.Key, h.Value));

    protected override bool TryGetHeader(string name, out string value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        var found = headers.TryGetValue(name, out var value);
        values = found ? [value] : null;
        return found;
    }

    private static PartResponse Part(Response whole, string part)
    {
        var status = Regex.Match(part, @"HTTP/1\.1 (\d{3})([^\r\n]*)\r?\n");
        if (!status.Success)
            return null;
        var rest = part[(status.Index + status.Length)..];
        var end = Regex.Match(rest, @"\r?\n\r?\n");
        return end.Success
            ? new(whole, status, rest[..end.Index], rest[(end.Index + end.Length)..].Trim())
            : new(whole, status, rest, "");
    }
}
