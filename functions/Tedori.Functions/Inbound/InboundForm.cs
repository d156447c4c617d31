using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Tedori.Programme.Inbound;

namespace Tedori.Functions.Inbound;

/// <summary>What SendGrid's Inbound Parse posts with the raw message: a form of several parts.</summary>
internal sealed partial class InboundForm
{
    private const int MostParts = 100;

    /// <summary>The mail, every byte; null where the form has none.</summary>
    public byte[]? Email { get; private set; }

    /// <summary>Sender of the envelope, or null.</summary>
    public string? From { get; private set; }

    /// <summary>Recipients of the envelope.</summary>
    public IReadOnlyList<string> To { get; private set; } = [];

    /// <summary>What the server found out about the sender.</summary>
    public SenderProof Proof { get; private set; } = SenderProof.None;

    /// <summary>The domains whose signatures hold.</summary>
    public IReadOnlyList<string> SignedBy { get; private set; } = [];

    /// <summary>Reads a form.</summary>
    /// <exception cref="FormatException">It is no such form.</exception>
    public static async Task<InboundForm> ReadAsync(
        string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
            throw new FormatException("The body is no form of several parts.");
        var form = new InboundForm();
        try
        {
            using var stream = new MemoryStream(body.ToArray());
            var reader = new MultipartReader(boundary.ToString(), stream);
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } section; parts++)
            {
                if (parts == MostParts)
                    throw new FormatException($"The form has more than {MostParts} parts.");
                await form.TakeAsync(section, cancellation);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            throw new FormatException("The form cannot be read.", e);
        }

        return form;
    }

    private async Task TakeAsync(MultipartSection section, CancellationToken cancellation)
    {
        if (section.GetContentDispositionHeader()?.Name is not { } name)
            return;
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellation);
        var bytes = content.ToArray();
        switch (HeaderUtilities.RemoveQuotes(name).ToString())
        {
            case "email":
                Email = bytes;
                break;
            case "envelope":
                TakeEnvelope(bytes);
                break;
            case "SPF":
                Proof = Proof with { Spf = Encoding.UTF8.GetString(bytes).Trim().ToLowerInvariant() };
                break;
            case "dkim":
                TakeSignatures(Encoding.UTF8.GetString(bytes));
                break;
        }
    }

    private void TakeEnvelope(byte[] bytes)
    {
        using var envelope = JsonDocument.Parse(bytes);
        if (envelope.RootElement.ValueKind != JsonValueKind.Object)
            return;
        if (envelope.RootElement.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.String)
            From = from.GetString();
        if (envelope.RootElement.TryGetProperty("to", out var to) && to.ValueKind == JsonValueKind.Array)
            To = [.. to.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!).Take(50)];
    }

    // Written as {@company.example : pass}, one for each signature; one that holds is enough.
    private void TakeSignatures(string text)
    {
        var results = Result().Matches(text).Select(m => (Domain: m.Groups[1].Value, Result: m.Groups[2].Value.ToLowerInvariant())).ToList();
        SignedBy = [.. results.Where(r => r is { Result: "pass", Domain.Length: > 0 }).Select(r => r.Domain).Take(20)];
        Proof = Proof with { Dkim = results.Any(r => r.Result == "pass") ? "pass" : results.FirstOrDefault().Result };
    }

    [GeneratedRegex(@"(?:@([A-Za-z0-9._-]{1,255})\s*)?:\s*([A-Za-z]+)", RegexOptions.None, 1000)]
    private static partial Regex Result();
}
