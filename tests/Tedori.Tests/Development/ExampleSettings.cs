using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Tedori.Functions.Settings;
using Tedori.Testing;

namespace Tedori.Tests.Development;

/// <summary>What a developer copies to <c>local.settings.json</c>.</summary>
internal static class ExampleSettings
{
    public static readonly IReadOnlyDictionary<string, string?> All =
        JsonNode.Parse(File.ReadAllText(
            RepositoryRoot.Of("functions", "Tedori.Functions", "local.settings.example.json")))!["Values"]!
        .AsObject().ToDictionary(v => v.Key, v => (string?)v.Value);

    /// <summary>The example with these in place of its own; null takes one away.</summary>
    public static Dictionary<string, string?> With(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(All);
        foreach (var (name, value) in changes)
            values[name] = value;
        return values;
    }

    public static TedoriSettings Read(params (string Name, string? Value)[] changes) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(With(changes)).Build());

    public static IReadOnlyList<string> FaultsOf(params (string Name, string? Value)[] changes) =>
        Assert.Throws<SettingsException>(() => Read(changes)).Faults;
}
