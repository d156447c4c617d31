using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Scans;

/// <summary>
/// Reads what Event Grid posts for Defender for Storage: an array of events, or the handshake by which a subscription
/// begins.
/// </summary>
internal static class ScanResultReader
{
    private const string Handshake = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const string Result = "Microsoft.Security.MalwareScanningResult";
    private const string Container = "/evidence/";

    /// <summary>
    /// The code of a handshake, or null; and the verdicts on files of the evidence. Others are passed over.
    /// </summary>
    /// <exception cref="JsonException">It is not an array of events.</exception>
    public static (string? Code, IReadOnlyList<ScanResult> Results) Read(
        ReadOnlyMemory<byte> body, Instant arrived)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("Expected an array of events.");
        var events = document.RootElement.EnumerateArray().ToList();
        return (events.Select(CodeOf)
            .FirstOrDefault(c => c is not null), [.. events.Select(e => ResultOf(e, arrived)).OfType<ScanResult>()]);
    }

    private static string? CodeOf(JsonElement e) =>
        Text(e, "eventType") == Handshake && Data(e) is { } data ? Text(data, "validationCode") : null;

    // A verdict without its time counts from when it arrived: it must not be lost, nor keep the others.
    private static ScanResult? ResultOf(JsonElement e, Instant arrived)
    {
        if (Text(e, "eventType") != Result || Data(e) is not { } data || Text(data, "blobUri") is not { } address)
            return null;
        return Uri.TryCreate(address, UriKind.Absolute, out var blob) && FileOf(blob.AbsolutePath) is var (id, sha256)
            ? new(id, new(sha256, FindingOf(data), AtOf(data) ?? arrived, DetailOf(data)))
            : null;
    }

    // Named by case and digest; quarantine is read by the server before it admits anything.
    private static (CaseId Case, string Sha256)? FileOf(string path)
    {
        if (!path.StartsWith(Container, StringComparison.Ordinal)
            || path[Container.Length..].Split('/') is not [var id, var sha256])
            return null;
        return CaseId.TryParse(id, out var caseId) && sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? (caseId, sha256)
            : null;
    }

    private static VirusFinding FindingOf(JsonElement data) => Text(data, "scanResultType") switch
    {
        "No threats found" => VirusFinding.Clean,
        "Malicious" => VirusFinding.Malicious,
        _ => VirusFinding.NotScanned,
    };

    private static Instant? AtOf(JsonElement data) =>
        Text(data, "scanFinishedTimeUtc") is { } text
            && InstantPattern.ExtendedIso.Parse(Utc(text)) is { Success: true, Value: var at }
            ? at
            : null;

    // The scanner writes "2025-05-19T01:02:03.4567890Z", and in some versions a blank for the T and no Z.
    private static string Utc(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)
            : text;

    private static string DetailOf(JsonElement data)
    {
        if (!data.TryGetProperty("scanResultDetails", out var details) || details.ValueKind != JsonValueKind.Object)
            return "";
        if (details.TryGetProperty("malwareNamesFound", out var names) && names.ValueKind == JsonValueKind.Array)
            return string.Join(", ", names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(
                n => n.GetString()));
        return Text(details, "notScannedReason") ?? "";
    }

    private static JsonElement? Data(JsonElement e) =>
        e.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : null;

    private static string? Text(JsonElement e, string name) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>A verdict of the scanner on one file of the evidence.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">What was found.</param>
internal sealed record ScanResult(CaseId Case, VirusVerdict Verdict);
