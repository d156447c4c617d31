using System.Text.Json;

namespace Tedori.Tests.Infrastructure;

/// <summary>A resource of a template; values are literals or expressions in square brackets.</summary>
internal sealed record ArmResource(JsonElement Json)
{
    public string Type => Text("type")!;

    public string Version => Text("apiVersion")!;

    public string Name => Text("name")!;

    public string? Scope => Text("scope");

    /// <summary>The expression on which it is deployed, or null: always.</summary>
    public string? Condition => Text("condition");

    /// <summary>How often it is deployed, or null: once.</summary>
    public string? Count => Json.TryGetProperty("copy", out var copy) ? copy.GetProperty("count").ToString() : null;

    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>The text of a property of its properties, by a path of names.</summary>
    public string Property(params string[] path) =>
        path.Aggregate(Properties, (at, name) => at.GetProperty(name)).ToString();

    private string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.ToString() : null;
}
