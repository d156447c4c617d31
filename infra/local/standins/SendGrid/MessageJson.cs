#nullable disable
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SendGrid.Helpers.Mail;

internal static class MessageJson
{
    public static string Of(SendGridMessage message)
    {
        var json = new JsonObject
        {
            ["from"] = Address(message.From),
            ["subject"] = message.Subject,
            ["personalizations"] = new JsonArray([.. (message.Personalizations ?? []).Select(Recipients)]),
            ["content"] = new JsonArray([.. Contents(message)]),
            ["headers"] = Map(message.Headers),
            ["custom_args"] = Map(message.CustomArgs),
            ["tracking_settings"] = Tracking(message.TrackingSettings),
        };
        foreach (var (name, value) in json.ToList())
        {
            if (value is null)
                json.Remove(name);
        }

        return json.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonObject Address(EmailAddress address)
    {
        if (address is null)
            return null;
        var json = new JsonObject { ["email"] = address.Email };
        if (address.Name is not null)
            json["name"] = address.Name;
        return json;
    }

    private static JsonNode Recipients(Personalization to) =>
        new JsonObject { ["to"] = new JsonArray([.. (to.Tos ?? []).Select(a => (JsonNode)Address(a))]) };

    // The server takes plain text before HTML only.
    private static IEnumerable<JsonNode> Contents(SendGridMessage message)
    {
        if (message.PlainTextContent is not null)
            yield return new JsonObject { ["type"] = "text/plain", ["value"] = message.PlainTextContent };
        if (message.HtmlContent is not null)
            yield return new JsonObject { ["type"] = "text/html", ["value"] = message.HtmlContent };
    }

    private static JsonObject Map(Dictionary<string, string> values) => values is null
        ? null
        : new(values.Select(v => KeyValuePair.Create<string, JsonNode>(v.Key, v.Value)));

    private static JsonObject Tracking(TrackingSettings settings)
    {
        if (settings is null)
            return null;
        var json = new JsonObject();
        if (settings.ClickTracking is { } click)
            json["click_tracking"] = new JsonObject { ["enable"] = click.Enable, ["enable_text"] = click.EnableText };
        if (settings.OpenTracking is { } open)
            json["open_tracking"] = new JsonObject { ["enable"] = open.Enable };
        return json;
    }
}
