using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// Times as all three verifiers read them: UTC with a Z, a fraction of 1 to 9 digits behind a point, years 1000 to 9999.
/// </summary>
internal sealed partial class ExactInstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return Grammar().IsMatch(text) && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at }
            ? at
            : throw new JsonException($"'{text}' is not a UTC time such as 2025-05-19T00:00:00Z.");
    }

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));

    [GeneratedRegex(@"\A[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z\z")]
    private static partial Regex Grammar();
}
