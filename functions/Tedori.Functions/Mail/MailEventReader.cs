using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Mail;

/// <summary>
/// Reads what the mail server posts: an array of events, of which those about our notices' fate matter.
/// </summary>
public static class MailEventReader
{
    /// <summary>The custom argument that a message carries its notice's id in; each event brings it back.</summary>
    public const string NoticeArgument = "notice";

    /// <summary>The custom argument of the case's id.</summary>
    public const string CaseArgument = "case";

    /// <summary>
    /// The events that say what became of a mail, each as far as it can be read; others, and what is good of other mails,
    /// are passed over. What cannot be read is given as it stands, and keeps nothing else from being taken.
    /// </summary>
    /// <exception cref="JsonException">It is not an array.</exception>
    public static (IReadOnlyList<MailReport> Reports, IReadOnlyList<string> Unreadable) Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("Expected an array of events.");
        var (reports, unreadable) = (new List<MailReport>(), new List<string>());
        foreach (var e in document.RootElement.EnumerateArray())
        {
            var fate = FateOf(e);
            if (e.ValueKind == JsonValueKind.Object && fate is null)
                continue;
            if (fate is { } known && At(e) is { } at)
                reports.Add(new(IdOf(e), known, at, NoticeOf(e), Text(e, "email") ?? "") { MessageId = MessageOf(e) });
            else
                unreadable.Add(e.GetRawText());
        }

        return ([.. reports.Where(r => r.Notice is not null || r.IsBad)], unreadable);
    }

    private static MailFate? FateOf(JsonElement e) => Text(e, "event") switch
    {
        "delivered" => MailFate.Delivered,
        "bounce" => MailFate.Failed,
        "dropped" => MailFate.Dropped,
        "spamreport" => MailFate.Spam,
        "processed" => MailFate.Taken,
        "deferred" => MailFate.Deferred,
        _ => null,
    };

    // A report without an id of its own is told apart by all that it says.
    private static string IdOf(JsonElement e) => Text(e, "sg_event_id") is { Length: > 0 and <= 1000 } id
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(e.GetRawText())));

    // The answer to the hand-over has its first part alone.
    private static string MessageOf(JsonElement e) => (Text(e, "sg_message_id") ?? "").Split('.')[0];

    // Bounces that come late lack the arguments; the message's own id names the notice too.
    private static NoticeId? NoticeOf(JsonElement e) =>
        NoticeId.TryParse(Text(e, NoticeArgument), out var notice)
        || NoticeId.TryParse((Text(e, "smtp-id") ?? "").TrimStart('<').Split('@')[0], out notice)
            ? notice
            : null;

    private static string? Text(JsonElement e, string name) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // Whole seconds by the manual; some senders of such posts add a fraction.
    private static Instant? At(JsonElement e) =>
        e.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds is > 0 and < 100_000_000_000
            ? Instant.FromUnixTimeSeconds((long)seconds)
            : null;
}
