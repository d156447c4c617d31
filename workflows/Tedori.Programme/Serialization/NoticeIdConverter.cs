using System.Text.Json;
using System.Text.Json.Serialization;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Serialization;

/// <summary>Notice ids in their printed form.</summary>
internal sealed class NoticeIdConverter : JsonConverter<NoticeId>
{
    public override NoticeId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return NoticeId.TryParse(text, out var id) ? id : throw new JsonException($"'{text}' is not a notice id.");
    }

    public override void Write(Utf8JsonWriter writer, NoticeId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
