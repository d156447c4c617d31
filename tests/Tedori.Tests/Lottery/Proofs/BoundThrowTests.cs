using System.Text.Json.Nodes;
using Tedori.Programme.Serialization;
using Tedori.Testing.Data;
using Tedori.Tests.Commands;

namespace Tedori.Tests.Lottery.Proofs;

/// <summary>Throws before witnesses, from before and after they were bound to a public value, for all three verifiers.</summary>
[Collection(CommandLineTestsGroup.Name)]
public sealed class BoundThrowTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Breaches =>
        ["no throw", "no value", "other value", "other digits", "committed too late", "committed too early", "drawn too early"];

    [SkippableFact]
    public async Task Throw_BoundToAPublicValue_Holds() => Assert.Equal(0, (await AgreeAsync(Bound())).ExitCode);

    [SkippableFact]
    public async Task Throw_FromBeforeThrowsWereBound_Holds() =>
        Assert.Equal(0, (await AgreeAsync(Parse(Vectors.Thrown(bound: false)))).ExitCode);

    [SkippableTheory]
    [MemberData(nameof(Breaches))]
    public async Task Throw_WhoseBindingDoesNotHold_IsNamed(string breach)
    {
        var file = Bound();
        var draw = file["draws"]![0]!.AsObject();
        var thrown = draw["thrown"]!.AsObject();
        switch (breach)
        {
            case "no throw":
                draw.Remove("thrown");
                break;
            case "no value":
                thrown.Remove("value");
                break;
            case "other value":
                thrown["value"] = "37531.54";
                break;
            case "other digits":
                thrown["text"] = ((string)thrown["text"]!).Replace('3', '4');
                break;
            case "committed too late":
                thrown["committedAt"] = (string)thrown["due"]!;
                break;
            case "committed too early":
                thrown["committedAt"] = "2023-08-21T08:02:00Z";
                break;
            default:
                thrown["due"] = "2024-08-21T08:02:00Z";
                break;
        }

        var verdict = await AgreeAsync(file);

        Assert.Equal((1, "beacon: draw 1"), (verdict.ExitCode, string.Join("; ", verdict.Named)));
    }

    public void Dispose() => folder.Dispose();

    private static JsonObject Bound() => Parse(Vectors.Thrown(bound: true));

    private static JsonObject Parse(Programme.Lottery.Proofs.DrawFile file) =>
        JsonNode.Parse(TedoriJson.Write(file))!.AsObject();

    private async Task<Verdict> AgreeAsync(JsonObject file)
    {
        await File.WriteAllTextAsync(folder["thrown.json"], file.ToJsonString());
        return await Verifiers.AgreeAsync(folder["thrown.json"]);
    }
}
