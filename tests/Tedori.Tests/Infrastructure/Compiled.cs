using System.Text.Json;
using Tedori.Testing;

namespace Tedori.Tests.Infrastructure;

/// <summary>What the compiler makes of <c>infra/</c>: once in a test run.</summary>
internal static class Compiled
{
    private static readonly Lazy<Task<BicepRun>> OfParameters = new(
        () => BicepCompiler.RunAsync("build-params", RepositoryRoot.Of("infra", "main.bicepparam")));

    private static readonly Lazy<Task<BicepRun>> OfScanResults = new(
        () => BicepCompiler.RunAsync("build", RepositoryRoot.Of("infra", "modules", "scan-results.bicep")));

    private static readonly Lazy<JsonElement> Parts = new(() => Parse(OfParameters.Value.GetAwaiter().GetResult().Json));

    /// <summary>The compilation of the parameter file, which is that of main.bicep and all its modules too.</summary>
    public static Task<BicepRun> ParametersRun => OfParameters.Value;

    public static Task<BicepRun> ScanResultsRun => OfScanResults.Value;

    public static ArmTemplate Main { get; } = new(Parse(Parts.Value.GetProperty("templateJson").GetString()!));

    /// <summary>The values that the parameter file gives.</summary>
    public static JsonElement Parameters { get; } =
        Parse(Parts.Value.GetProperty("parametersJson").GetString()!).GetProperty("parameters");

    public static ArmTemplate ScanResults { get; } = new(Parse(OfScanResults.Value.GetAwaiter().GetResult().Json));

    public static IEnumerable<ArmTemplate> All =>
        [Main, ScanResults, .. Main.Modules.Select(module => module.Template)];

    public static ArmTemplate Module(string name) => Main.Modules.Single(module => module.Name == name).Template;

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
