using DurableTask.Core.History;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;

namespace Tedori.Engine;

/// <summary>
/// Histories as JSON and back: the SDK's own events by its own contract, with the type of each event as a name or, as
/// the back end of Azure Storage writes it, as a number.
/// </summary>
internal static class HistoryJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.Indented,
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        Converters = { new StringEnumConverter() },
    };

    private static readonly Dictionary<EventType, Type> Types = HistoryEvent.KnownTypes()
        .Where(t => t.Name.EndsWith("Event", StringComparison.Ordinal))
        .Select(t => (Name: t.Name[..^"Event".Length], Type: t))
        .Where(t => Enum.TryParse<EventType>(t.Name, out _))
        .ToDictionary(t => Enum.Parse<EventType>(t.Name), t => t.Type);

    public static string Write(List<HistoryEvent> events) => JsonConvert.SerializeObject(events, Settings);

    /// <exception cref="JsonException">It is no array of the SDK's history events.</exception>
    public static List<HistoryEvent> Read(string json)
    {
        var serializer = JsonSerializer.Create(Settings);
        var events = (JsonConvert.DeserializeObject<JArray>(json, Settings)
            ?? throw new JsonException("There is no history.")).Select(e => Read(e, serializer)).ToList();
        foreach (var entry in events) entry.IsPlayed = false;
        return events;
    }

    private static HistoryEvent Read(JToken token, JsonSerializer serializer)
    {
        var name = token.Value<string>(nameof(HistoryEvent.EventType));
        if (!Enum.TryParse<EventType>(name, out var type) || !Types.TryGetValue(type, out var target))
            throw new JsonException($"'{name}' is no type of a history event.");
        return (HistoryEvent)token.ToObject(target, serializer)!;
    }
}
