using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tedori.Engine;

/// <summary>Histories as JSON and back. The names are storage format: golden histories outlive the code.</summary>
internal static class HistoryJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(InstanceRow row, IEnumerable<byte[]> parts) => JsonSerializer.Serialize(
        new RecordedHistory(
            row.Id, row.Name, row.Version, row.Execution, Element(row.Input), row.Parent?.Id, row.Parent?.Name,
            parts.SelectMany(Entries).ToList()),
        Options);

    public static RecordedHistory Read(string json) =>
        JsonSerializer.Deserialize<RecordedHistory>(json, Options) ?? throw new JsonException("There is no history.");

    /// <summary>The entries in the form in which the engine stores them.</summary>
    public static byte[] Pack(RecordedHistory history)
    {
        var log = new LogWriter();
        foreach (var entry in history.Entries)
        {
            if (entry.Kind == EntryKind.Turn)
                log.WriteTurn(entry.At ?? 0, (entry.Actions ?? []).Select(Action).ToList());
            else log.Write(new Inbound(entry.Kind, entry.Id, entry.Name, Bytes(entry.Payload), entry.Failure));
        }
        return log.Take();
    }

    public static byte[]? Bytes(JsonElement? element) =>
        element is { } value ? JsonSerializer.SerializeToUtf8Bytes(value) : null;

    private static List<RecordedEntry> Entries(byte[] part)
    {
        var entries = new List<RecordedEntry>();
        var reader = new LogReader(part);
        while (!reader.AtEnd)
        {
            var kind = reader.ReadKind();
            entries.Add(kind == EntryKind.Turn ? Turn(reader.ReadTurn()) : Entry(reader.ReadInbound(kind)));
        }
        return entries;
    }

    private static RecordedEntry Entry(Inbound entry) =>
        new(entry.Kind, entry.Id, entry.Name, Element(entry.Payload), entry.Failure);

    private static RecordedEntry Turn((long At, List<TurnAction> Actions) turn) =>
        new(EntryKind.Turn, At: turn.At, Actions: turn.Actions.ConvertAll(a => new RecordedAction(
            a.Kind, a.Id, a.Name, a.Target, Element(a.Payload), a.Kind == ActionKind.CreateTimer ? a.Due : null)));

    private static TurnAction Action(RecordedAction action) =>
        new(action.Kind, action.Id, action.Name, action.Target, Bytes(action.Payload), action.Due ?? 0);

    private static JsonElement? Element(byte[]? payload) =>
        payload is null ? null : JsonSerializer.Deserialize<JsonElement>(payload);
}
