using System.Text.Json;

namespace Tedori.Tests.Infrastructure;

/// <summary>A template as Azure Resource Manager would be given it.</summary>
internal sealed class ArmTemplate(JsonElement root)
{
    private const string Deployment = "Microsoft.Resources/deployments";

    public string Text => root.GetRawText();

    public IReadOnlyList<ArmResource> Resources { get; } =
        [.. root.GetProperty("resources").EnumerateArray().Select(resource => new ArmResource(resource))];

    public IEnumerable<ArmModule> Modules =>
        Resources.Where(resource => resource.Type == Deployment).Select(resource => new ArmModule(resource));

    public IEnumerable<ArmResource> Own => Resources.Where(resource => resource.Type != Deployment);

    /// <summary>Parameters by their names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters => Properties("parameters");

    public IReadOnlyDictionary<string, JsonElement> Outputs => Properties("outputs");

    public IEnumerable<string> RequiredParameters =>
        Parameters.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _)).Select(p => p.Key);

    public JsonElement Variable(string name) => root.GetProperty("variables").GetProperty(name);

    public ArmResource Single(string type) => Resources.Single(resource => resource.Type == type);

    private Dictionary<string, JsonElement> Properties(string name) =>
        root.TryGetProperty(name, out var found) ? found.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];
}
