#nullable disable
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables;

// Entities as the service reads and writes them: JSON with the type beside what JSON cannot say.
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    public static string Write(ITableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Own(entity))
            {
                if (value is not null && name is not (TableEntity.ETagName or nameof(ITableEntity.Timestamp)))
                    Write(json, name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            var name = property.Name;
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal) || name == "odata.metadata")
                continue;
            var type = json.TryGetProperty(name + TypeSuffix, out var told) ? told.GetString() : null;
            entity[name] = Value(property.Value, name == nameof(ITableEntity.Timestamp) ? "Edm.DateTime" : type);
        }

        return entity;
    }

    public static T As<T>(TableEntity entity)
        where T : class, ITableEntity =>
        entity as T ?? throw new NotSupportedException($"This stand-in reads TableEntity only, not {typeof(T)}.");

    private static IDictionary<string, object> Own(ITableEntity entity) => entity as TableEntity
        ?? throw new NotSupportedException($"This stand-in writes TableEntity only, not {entity.GetType()}.");

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: json.WriteNumber(name, number); break;
            case double number: Typed("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)); break;
            case long number: Typed("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case byte[] bytes: Typed("Edm.Binary", Convert.ToBase64String(bytes)); break;
            case Guid guid: Typed("Edm.Guid", guid.ToString()); break;
            case DateTimeOffset t:
                Typed("Edm.DateTime",
                t.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"This stand-in does not write {value.GetType()}.");
        }

        void Typed(string type, string text)
        {
            json.WriteString(name + TypeSuffix, type);
            json.WriteString(name, text);
        }
    }

    private static object Value(JsonElement value, string type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        (JsonValueKind.String, "Edm.Int64") => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Double") => double.Parse(value.GetString(), CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Binary") => value.GetBytesFromBase64(),
        (JsonValueKind.String, "Edm.Guid") => value.GetGuid(),
        (JsonValueKind.String, "Edm.DateTime") => value.GetDateTimeOffset(),
        (JsonValueKind.String, _) => value.GetString(),
        (JsonValueKind.Number, not "Edm.Double") when value.TryGetInt32(out var number) => number,
        (JsonValueKind.Number, _) => value.GetDouble(),
        _ => throw new FormatException($"A property of type {type ?? "none"} is a JSON {value.ValueKind}."),
    };
}
