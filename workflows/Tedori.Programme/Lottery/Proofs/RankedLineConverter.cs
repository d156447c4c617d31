using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>Lines of a published ranking as short arrays, because a file may hold a million of them.</summary>
internal sealed class RankedLineConverter : JsonConverter<RankedLine>
{
    public override RankedLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray);
        var rank = Number(ref reader);
        var number = Number(ref reader);
        reader.Read();
        Expect(reader.TokenType == JsonTokenType.String);
        Expect(Hash256.TryParse(reader.GetString(), out var key));
        var won = Number(ref reader);
        Expect(won is 0 or 1);
        reader.Read();
        Expect(reader.TokenType == JsonTokenType.EndArray);
        return new(rank, number, key, won == 1);
    }

    public override void Write(Utf8JsonWriter writer, RankedLine value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Rank);
        writer.WriteNumberValue(value.Number);
        writer.WriteStringValue(value.Key.ToString());
        writer.WriteNumberValue(value.Won ? 1 : 0);
        writer.WriteEndArray();
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        var number = 0;
        Expect(reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out number));
        return number;
    }

    private static void Expect(bool holds)
    {
        if (!holds)
            throw new JsonException("A line of a ranking is an array of rank, number, key and 1 or 0.");
    }
}
