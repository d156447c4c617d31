using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Testing;

namespace Tedori.Tests.Infrastructure.Published;

/// <summary>What <c>dotnet publish</c> wrote, held to the code.</summary>
public sealed class PublishedAppTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private static readonly IReadOnlyList<FunctionEntry> Functions =
        FunctionCatalog.Of(typeof(CaseFunctions).Assembly).All;

    [Fact]
    public void Functions_AreThoseOfTheCode_EachUnderItsTrigger()
    {
        var published = Published().Select(Describe).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(Functions.Select(Describe).Order(StringComparer.Ordinal), published);
    }

    [Fact]
    public void Functions_OfEveryKind_AreThere() => Assert.Equal(
        ["activityTrigger", "httpTrigger", "orchestrationTrigger", "timerTrigger"],
        Published().Select(function => (string)Trigger(function)["type"]!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Functions_EachIsAMethodOfTheAssemblyThatTheWorkerStarts()
    {
        Assert.All(Published(), function =>
        {
            Assert.Equal("Tedori.Functions.dll", (string?)function["scriptFile"]);
            Assert.Equal("dotnet-isolated", (string?)function["language"]);
        });
        var worker = app.Read("worker.config.json")["description"]!;
        Assert.Equal("dotnet-isolated", (string?)worker["language"]);
        Assert.Equal("Tedori.Functions.dll", (string?)worker["defaultWorkerPath"]);
        Assert.True(File.Exists(app["Tedori.Functions.dll"]));
    }

    [Fact]
    public void Runtime_IsTheOneThatTheBicepAsksFor()
    {
        var frameworks = app.Read("Tedori.Functions.runtimeconfig.json")["runtimeOptions"]!["frameworks"]!.AsArray();

        var wanted = Compiled.Module("application").Single("Microsoft.Web/sites")
            .Property("functionAppConfig", "runtime", "version");
        Assert.Contains(frameworks, framework => (string?)framework!["name"] == "Microsoft.AspNetCore.App");
        Assert.All(frameworks, framework => Assert.StartsWith(
            wanted + ".", (string)framework!["version"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void HostJson_IsThatOfTheRepository() =>
        Assert.Equal(File.ReadAllText(RepositoryRoot.Of("host.json")), File.ReadAllText(app["host.json"]));

    [Fact]
    public void Extensions_OfTheHost_AreDurableTaskAndItsStorage()
    {
        var extensions = app.Read("extensions.json")["extensions"]!.AsArray();

        Assert.Contains(extensions, extension => (string?)extension!["name"] == "DurableTask");
        Assert.All(extensions, extension => Assert.True(File.Exists(app[(string)extension!["hintPath"]!])));
        Assert.True(File.Exists(app[".azurefunctions", "DurableTask.AzureStorage.dll"]));
    }

    [Fact]
    public void Telemetry_LeavesByTheExportersOfTheWorker() => Assert.All(
        [
            "Azure.Monitor.OpenTelemetry.Exporter.dll", "OpenTelemetry.Exporter.OpenTelemetryProtocol.dll",
            "Microsoft.Azure.Functions.Worker.OpenTelemetry.dll",
        ],
        file => Assert.True(File.Exists(app[file]), file));

    [Fact]
    public void NothingOfOneMachine_IsDeployed() => Assert.All(
        ["local.settings.json", "tedori.dll", "Microsoft.Data.Sqlite.dll"],
        file => Assert.False(File.Exists(app[file]), file));

    private static string Describe(FunctionEntry function) =>
        $"{function.Name} {function.Method.DeclaringType!.FullName}.{function.Method.Name} " + function.Trigger switch
        {
            HttpTriggerAttribute http =>
                $"httpTrigger {http.AuthLevel} {string.Join(',', http.Methods ?? [])} {http.Route}",
            TimerTriggerAttribute timer => $"timerTrigger {timer.Schedule} {timer.UseMonitor} {timer.RunOnStartup}",
            OrchestrationTriggerAttribute => "orchestrationTrigger",
            ActivityTriggerAttribute => "activityTrigger",
            var other => throw new NotSupportedException($"{function.Name} has a {other}."),
        };

    private static string Describe(JsonNode function)
    {
        var trigger = Trigger(function);
        return $"{function["name"]} {function["entryPoint"]} " + (string?)trigger["type"] switch
        {
            "httpTrigger" => $"httpTrigger {trigger["authLevel"]} "
                + $"{string.Join(',', trigger["methods"]!.AsArray().Select(m => (string?)m))} {trigger["route"]}",
            "timerTrigger" => $"timerTrigger {trigger["schedule"]} {(bool?)trigger["useMonitor"] ?? true} "
                + $"{(bool?)trigger["runOnStartup"] ?? false}",
            var other => other,
        };
    }

    private static JsonNode Trigger(JsonNode function) => function["bindings"]!.AsArray()
        .Single(binding => ((string)binding!["type"]!).EndsWith("Trigger", StringComparison.Ordinal))!;

    private IEnumerable<JsonNode> Published() =>
        app.Read("functions.metadata").AsArray().Select(function => function!);
}
