using System.Text.Json;

namespace Tedori.Tests.Infrastructure;

/// <summary>A module that main.bicep composes: a deployment with a template of its own.</summary>
internal sealed record ArmModule(ArmResource Resource)
{
    public string Name => Resource.Name;

    public ArmTemplate Template { get; } = new(Resource.Properties.GetProperty("template"));

    /// <summary>What it is given, by the names of its parameters.</summary>
    public IReadOnlyDictionary<string, string> Given => Resource.Properties.GetProperty("parameters").EnumerateObject()
        .ToDictionary(given => given.Name, given => Value(given.Value));

    private static string Value(JsonElement given) =>
        given.TryGetProperty("value", out var value) ? value.ToString() : given.ToString();
}
