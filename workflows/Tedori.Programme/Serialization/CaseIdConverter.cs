using System.Text.Json;
using System.Text.Json.Serialization;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Serialization;

/// <summary>Case ids in their printed form.</summary>
internal sealed class CaseIdConverter : JsonConverter<CaseId>
{
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return CaseId.TryParse(text, out var id) ? id : throw new JsonException($"'{text}' is not a case id.");
    }

    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
