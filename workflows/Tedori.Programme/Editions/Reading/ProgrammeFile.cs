using System.Text;
using System.Text.Json;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The text of a programme file: bounded, well-formed JSON, each name once in its object.</summary>
internal static class ProgrammeFile
{
    private const int MaximumBytes = 1024 * 1024;

    /// <summary>The parsed text, or null after one fault that says where it breaks.</summary>
    public static JsonDocument? Parse(string json, ReadingLog log)
    {
        var text = json.StartsWith('\uFEFF') ? json[1..] : json;
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            log.Fault("", "The file is larger than 1 MiB; a programme file is far smaller, so check that it is one.");
            return null;
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(text);
            RequireReadableText(document.RootElement);
            return document;
        }
        catch (JsonException broken)
        {
            log.Fault("", $"The file is not well-formed JSON at {Position(text, broken)}; correct it there.");
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            log.Fault("", "The file holds half of a surrogate pair (\\uD800 to \\uDFFF) and is not text; remove it.");
        }

        document?.Dispose();
        return null;
    }

    // The parser leaves escapes undecoded; a broken one would otherwise surface only when its field is read.
    private static void RequireReadableText(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            _ = element.GetString();
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in element.EnumerateArray())
                RequireReadableText(child);
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                _ = property.Name;
                RequireReadableText(property.Value);
            }
        }
    }

    private static string Position(string text, JsonException broken)
    {
        var number = (int)(broken.LineNumber ?? 0);
        var line = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(number) ?? "");
        var before = Math.Min((int)(broken.BytePositionInLine ?? 0), line.Length);
        return $"line {number + 1}, position {Encoding.UTF8.GetCharCount(line, 0, before) + 1}";
    }
}
