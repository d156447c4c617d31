using System.Text.Json;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Mail;

/// <summary>
/// Reads what the mail server posts: an array of events, of which those about our notices' fate matter.
/// </summary>
internal static class MailEventReader
{
    /// <summary>The custom argument that a message carries its notice's id in; each event brings it back.</summary>
    public const string NoticeArgument = "notice";

    /// <summary>The custom argument of the case's id.</summary>
    public const string CaseArgument = "case";

    /// <summary>
    /// The events that say whether a notice arrived; others, and those of other mails, are passed over.
    /// </summary>
    /// <exception cref="JsonException">It is not an array of events.</exception>
    public static IReadOnlyList<MailEvent> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("Expected an array of events.");
        return [.. document.RootElement.EnumerateArray().Select(EventOf).OfType<MailEvent>()];
    }

    private static MailEvent? EventOf(JsonElement e)
    {
        if (e.ValueKind != JsonValueKind.Object)
            throw new JsonException("Expected an event.");
        bool? delivered = Text(e, "event") switch
        {
            "delivered" => true,
            "bounce" or "dropped" => false,
            _ => null,
        };
        if (delivered is not { } arrived || !NoticeId.TryParse(Text(e, NoticeArgument), out var notice))
            return null;
        return Text(e, "sg_event_id") is { Length: > 0 and <= 1000 } id && At(e) is { } at
            ? new(id, notice, arrived, at)
            : throw new JsonException("An event has no sg_event_id or timestamp.");
    }

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Instant? At(JsonElement e) =>
        e.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds) && seconds is > 0 and < 100_000_000_000
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
}
