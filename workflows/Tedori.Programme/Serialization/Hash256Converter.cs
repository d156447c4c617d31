using System.Text.Json;
using System.Text.Json.Serialization;
using Tedori.Programme.Lottery;

namespace Tedori.Programme.Serialization;

/// <summary>Hashes as 64 lower-case hexadecimal digits.</summary>
internal sealed class Hash256Converter : JsonConverter<Hash256>
{
    public override Hash256 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return Hash256.TryParse(text, out var hash)
            ? hash
            : throw new JsonException($"'{text}' is not 64 lower-case hexadecimal digits.");
    }

    public override void Write(Utf8JsonWriter writer, Hash256 value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
