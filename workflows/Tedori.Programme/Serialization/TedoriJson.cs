using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Serialization;

/// <summary>
/// The one way in which records, events, orchestration inputs and reports are written as JSON, on every platform.
/// Names are camel case and storage format; nulls are left out; Japanese is written as itself.
/// </summary>
public static class TedoriJson
{
    /// <summary>The options. Frozen: nobody can change them.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>
    /// Adds the converters and settings to options that belong to somebody else (the Functions worker).
    /// </summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        // Instants, dates and times of day as ISO 8601, with as many digits of a second as they have. Each by itself: the
        // library's ready-made ones come all at once, with those of periods and zones, and every process would wait.
        options.Converters.Add(new NodaPatternConverter<Instant>(InstantPattern.ExtendedIso));
        options.Converters.Add(new NodaPatternConverter<LocalDate>(LocalDatePattern.Iso, RefuseOtherCalendars));
        options.Converters.Add(new NodaPatternConverter<LocalTime>(LocalTimePattern.ExtendedIso));
        options.Converters.Add(new CaseIdConverter());
        options.Converters.Add(new RoundIdConverter());
        options.Converters.Add(new NoticeIdConverter());
        options.Converters.Add(new PaymentListIdConverter());
        options.Converters.Add(new Hash256Converter());
    }

    /// <summary>The value as JSON text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value that the text holds.</summary>
    /// <exception cref="JsonException">The text does not hold one.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options)
            ?? throw new JsonException($"Expected {typeof(T).Name}, found null.");

    // The year of another calendar would be written as if it were one of this.
    private static void RefuseOtherCalendars(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
            throw new ArgumentException($"{date} of the calendar {date.Calendar} cannot be written as an ISO date.", nameof(date));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

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

/// <summary>Ids of payment lists in their printed form.</summary>
internal sealed class PaymentListIdConverter : JsonConverter<PaymentListId>
{
    public override PaymentListId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return PaymentListId.TryParse(text, out var id) ? id : throw new JsonException($"'{text}' is not a payment list.");
    }

    public override void Write(Utf8JsonWriter writer, PaymentListId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
