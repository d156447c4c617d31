using System.Text.Json;
using System.Text.Json.Serialization;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Serialization;

/// <summary>Round ids in their printed form.</summary>
internal sealed class RoundIdConverter : JsonConverter<RoundId>
{
    public override RoundId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return RoundId.TryParse(text, out var id) ? id : throw new JsonException($"'{text}' is not a round id.");
    }

    public override void Write(Utf8JsonWriter writer, RoundId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
