using System.Text.Json.Nodes;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Programmes;

/// <summary>A file, such as the embedded programme, with a few places changed, each named by its path in the JSON.</summary>
internal sealed class ProgrammeFileEdits(string text)
{
    private readonly JsonNode root = JsonNode.Parse(text)!;

    public static string R7Text { get; } = ReadEmbedded();

    public string Text => root.ToJsonString();

    public static ProgrammeFileEdits OfR7() => new(R7Text);

    public ProgrammeFileEdits Set(string path, string json) => Edit(path, JsonNode.Parse(json), remove: false);

    public ProgrammeFileEdits Remove(string path) => Edit(path, null, remove: true);

    public ProgrammeFileEdits Append(string path, string json)
    {
        path.Split('.', '[', ']').Where(p => p.Length > 0).Aggregate(root, Step).AsArray().Add(JsonNode.Parse(json));
        return this;
    }

    /// <summary>The paths of all values that are neither object nor list.</summary>
    public IEnumerable<string> Leaves() => LeavesOf(root, "");

    public IReadOnlyList<EditionFault> Faults() => FaultsOf(Text);

    public static IReadOnlyList<EditionFault> FaultsOf(string json) =>
        EditionReader.Read(json).Match(_ => [], invalid => invalid.Faults);

    private ProgrammeFileEdits Edit(string path, JsonNode? value, bool remove)
    {
        string[] parts = [.. path.Split('.', '[', ']').Where(p => p.Length > 0)];
        var parent = parts[..^1].Aggregate(root, Step);
        switch (parent)
        {
            case JsonArray list when remove:
                list.RemoveAt(Index(parts[^1]));
                break;
            case JsonArray list:
                list[Index(parts[^1])] = value;
                break;
            default:
                parent.AsObject().Remove(parts[^1]);
                if (!remove)
                    parent[parts[^1]] = value;
                break;
        }

        return this;
    }

    private static IEnumerable<string> LeavesOf(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(f => LeavesOf(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}")),
        JsonArray list => list.SelectMany((element, i) => LeavesOf(element, $"{path}[{i}]")),
        _ => [path],
    };

    private static JsonNode Step(JsonNode node, string part) =>
        (node is JsonArray list ? list[Index(part)] : node[part])
        ?? throw new ArgumentException($"The file has no '{part}' there.");

    private static int Index(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);

    private static string ReadEmbedded()
    {
        using var stream = typeof(EditionReader).Assembly.GetManifestResourceStream("Editions/r7.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
