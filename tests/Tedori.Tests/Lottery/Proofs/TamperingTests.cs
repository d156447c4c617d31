using System.Text.Json.Nodes;
using Tedori.Testing.Data;
using Tedori.Tests.Commands;

namespace Tedori.Tests.Lottery.Proofs;

/// <summary>
/// Every field of a published draw and of a proof, changed: all three verifiers find it and name the same thing.
/// </summary>
[Collection(CommandLineTestsGroup.Name)]
public sealed class TamperingTests : IDisposable
{
    private const string OtherHash = "00000000000000000000000000000000000000000000000000000000000000ff";
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> Draws => new()
    {
        { "format", "format: file" },
        { "round", "seed: draw 1; seed: draw 2" },
        { "received", "count: excluded" },
        { "excluded", "count: excluded" },
        { "count", "count: leaves; count: excluded" },
        { "tree", "algorithm: sealing" },
        { "root", "root: sealing" },
        { "planned", "places: draw 1; place: draw 1 rank 6; places: draw 2; place: draw 2 rank 6" },
        { "carriedIn", "places: draw 1; place: draw 1 rank 5; places: draw 2; place: draw 2 rank 5" },
        { "leaf", "leaf: entry 7; leaf: entry 7" },
        { "order of leaves", "order: entries 3 and 9; order: entries 3 and 9" },
        {
            "leaf missing",
            "count: leaves; rank: draw 1 rank 3; rank: draw 1; rank: draw 2 rank 4; rank: draw 2; root: sealing"
        },
        { "number of the draw", "draw: draw 2" },
        { "reason", "draw: draw 2" },
        { "algorithm", "algorithm: draw 2" },
        { "announced too late", "beacon: draw 2" },
        { "beacon round", "beacon: draw 2" },
        { "beacon chain", "beacon: draw 2" },
        { "beacon due", "beacon: draw 2" },
        { "beacon used before", "beacon: draw 2" },
        { "drawn too early", "beacon: draw 2" },
        { "witnessed before the fallback", "beacon: draw 2" },
        { "places", "places: draw 2" },
        { "randomness", "seed: draw 2" },
        { "proof", "seed: draw 2" },
        { "proof too short", "seed: draw 2" },
        { "seed with its proof", "seed: draw 1" },
        { "rank", "rank: draw 2 rank 3" },
        { "ranks exchanged", "rank: draw 2 rank 3; rank: draw 2 rank 8" },
        { "lines exchanged", "rank: draw 2 rank 4; rank: draw 2 rank 9" },
        { "number twice", "rank: draw 2 rank 4" },
        { "line missing", "rank: draw 2" },
        { "key", "key: draw 2 rank 6" },
        { "place given", "place: draw 2 rank 6" },
        { "place taken", "place: draw 2 rank 1" },
        { "ranking taken out", "draw: draw 2" },
    };

    public static TheoryData<string, string> Proofs => new()
    {
        { "number", "leaf: entry; root: path" },
        { "caseId", "leaf: entry" },
        { "receivedAt", "leaf: entry" },
        { "salt", "leaf: entry" },
        { "leaf", "leaf: entry; root: path; key: rank" },
        { "count", "root: path" },
        { "root", "root: path" },
        { "path", "root: path" },
        { "round", "key: rank" },
        { "randomness", "key: rank" },
        { "key", "key: rank" },
        { "rank", "rank: rank; place: rank" },
        { "places", "place: rank" },
        { "won", "place: rank" },
    };

    public static TheoryData<string> Broken =>
        new() { "{}", "[]", "null", "{\"format\":\"tedori-draw-1\"}", "not json", "" };

    [SkippableTheory]
    [MemberData(nameof(Draws))]
    public async Task Draw_AFieldChanged_IsFoundAndNamed(string field, string named)
    {
        var file = await ReadAsync("draw.json");
        Change(file, field);
        var verdict = await AgreeAsync(file);
        Assert.Equal((1, named), (verdict.ExitCode, string.Join("; ", verdict.Named)));
    }

    [SkippableTheory]
    [MemberData(nameof(Proofs))]
    public async Task Proof_AFieldChanged_IsFoundAndNamed(string field, string named)
    {
        var file = await ReadAsync("proof.json");
        ChangeProof(file, field);
        var verdict = await AgreeAsync(file);
        Assert.Equal((1, named), (verdict.ExitCode, string.Join("; ", verdict.Named)));
    }

    [SkippableTheory]
    [MemberData(nameof(Broken))]
    public async Task File_ThatIsNoDraw_IsRefusedInOneLine(string content)
    {
        await File.WriteAllTextAsync(folder["broken.json"], content);
        var verdict = await Verifiers.AgreeAsync(folder["broken.json"]);
        Assert.Equal((2, 1), (verdict.ExitCode, verdict.Output.TrimEnd().Split('\n').Length));
    }

    [SkippableFact]
    public async Task File_ThatDoesNotExist_IsRefused() =>
        Assert.Equal(2, (await Verifiers.AgreeAsync(folder["nowhere.json"])).ExitCode);

    [SkippableTheory]
    [InlineData("leaves")]
    [InlineData("sealing.root")]
    [InlineData("sealing.excluded")]
    [InlineData("draws.0.beacon.due")]
    [InlineData("draws.1.value.proof")]
    public async Task Draw_AFieldTakenOut_IsRefused(string path)
    {
        var file = await ReadAsync("draw.json");
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(
            (JsonNode)file, (node, name) => int.TryParse(name, out var i) ? node[i]! : node[name]!);
        parent.AsObject().Remove(names[^1]);
        Assert.Equal(2, (await AgreeAsync(file)).ExitCode);
    }

    public void Dispose() => folder.Dispose();

    private async Task<Verdict> AgreeAsync(JsonObject file)
    {
        await File.WriteAllTextAsync(folder["changed.json"], file.ToJsonString());
        return await Verifiers.AgreeAsync(folder["changed.json"]);
    }

    private static async Task<JsonObject> ReadAsync(string name) =>
        JsonNode.Parse(await File.ReadAllTextAsync(Vectors.File(name)))!.AsObject();

    private static void Change(JsonObject file, string field)
    {
        var sealing = file["sealing"]!.AsObject();
        var draws = file["draws"]!.AsArray();
        if (field is "seed with its proof")
            ChangeSeed(draws[0]!.AsObject());
        else if (!ChangeSealing(file, sealing, field) && !ChangeBeacon(draws, field)
            && !ChangeRanking(draws[1]!.AsObject(), field))
            throw new ArgumentException(field);
    }

    private static bool ChangeSealing(JsonObject file, JsonObject sealing, string field)
    {
        var leaves = file["leaves"]!.AsArray();
        switch (field)
        {
            case "format": file["format"] = "tedori-draw-2"; return true;
            case "round": file["round"] = "r7-02"; return true;
            case "received" or "count": sealing[field] = (int)sealing[field]! + 1; return true;
            case "excluded": sealing["excluded"]!["duplicate"] = 1; return true;
            case "tree": sealing["tree"] = "merkle-sha256-v2"; return true;
            case "root": sealing["root"] = OtherHash; return true;
            case "planned": sealing["planned"] = 5; return true;
            case "carriedIn": sealing["carriedIn"] = 0; return true;
            case "leaf": leaves[6] = OtherHash; return true;
            case "order of leaves": Swap(leaves, 2, 8); return true;
            case "leaf missing": leaves.RemoveAt(Vectors.Entries - 1); return true;
            default: return false;
        }
    }

    private static bool ChangeBeacon(JsonArray draws, string field)
    {
        var draw = draws[1]!;
        var beacon = draw["beacon"]!;
        switch (field)
        {
            case "number of the draw": draw["number"] = 3; return true;
            case "reason": draw["reason"] = " "; return true;
            case "algorithm": draw["algorithm"] = "hmac-sha256-v2"; return true;
            case "announced too late": draw["announcedAt"] = (string)beacon["due"]!; return true;
            case "beacon round": beacon["number"] = 1001; return true;
            case "beacon chain": beacon["source"] = OtherHash; return true;
            case "beacon due": beacon["due"] = "2023-08-23T15:59:25Z"; return true;
            case "beacon used before":
                draw["beacon"] = draws[0]!["beacon"]!.DeepClone();
                draw["beacon"]!["due"] = "2023-08-23T15:59:24Z";
                draw["value"]!["kind"] = "simulated";
                return true;
            case "drawn too early": draw["drawnAt"] = "2023-08-23T15:59:23.999Z"; return true;
            case "witnessed before the fallback": draw["value"]!["kind"] = "witnessed"; return true;
            case "places": draw["places"] = 6; return true;
            default: return false;
        }
    }

    private static bool ChangeRanking(JsonObject draw, string field)
    {
        var ranking = draw["ranking"]!.AsArray();
        switch (field)
        {
            case "randomness": draw["value"]!["randomness"] = OtherHash; return true;
            case "proof": draw["value"]!["proof"] = "00" + ((string)draw["value"]!["proof"]!)[2..]; return true;
            case "proof too short": draw["value"]!["proof"] = ((string)draw["value"]!["proof"]!)[2..]; return true;
            case "rank": ranking[2]![0] = 4; return true;
            case "ranks exchanged": Swap(ranking, 2, 7, 1); return true;
            case "lines exchanged": Swap(ranking, 2, 8, 1); Swap(ranking, 2, 8, 2); return true;
            case "number twice": ranking[3]![1] = (int)ranking[2]![1]!; return true;
            case "line missing": ranking.RemoveAt(Vectors.Entries - 1); return true;
            case "key": ranking[5]![2] = OtherHash; return true;
            case "place given": ranking[5]![3] = 1; return true;
            case "place taken": ranking[0]![3] = 0; return true;
            case "ranking taken out": draw.Remove("ranking"); return true;
            default: return false;
        }
    }

    private static void ChangeProof(JsonObject proof, string field)
    {
        switch (field)
        {
            case "number": proof["number"] = 8; break;
            case "caseId": proof["caseId"] = "r7-01-00008"; break;
            case "receivedAt": proof["receivedAt"] = "2023-08-21T08:00:00Z"; break;
            case "count": proof["count"] = 6; break;
            case "path": proof["path"]!.AsArray().RemoveAt(0); break;
            case "round": proof["round"] = "r7-02"; break;
            case "salt" or "leaf" or "root": proof[field] = OtherHash; break;
            case "randomness" or "key": proof["result"]![field] = OtherHash; break;
            case "rank": proof["result"]!["rank"] = (bool)proof["result"]!["won"]! ? 13 : 0; break;
            case "places": proof["result"]!["places"] = (bool)proof["result"]!["won"]! ? 0 : 12; break;
            case "won": proof["result"]!["won"] = !(bool)proof["result"]!["won"]!; break;
            default: throw new ArgumentException(field);
        }
    }

    // Another value with the proof that belongs to it: only the ranking can tell.
    private static void ChangeSeed(JsonObject draw)
    {
        var proof = "another value"u8.ToArray();
        draw["value"]!["proof"] = Convert.ToHexStringLower(proof);
        draw["value"]!["randomness"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(proof));
    }

    private static void Swap(JsonArray array, int a, int b) =>
        (array[a], array[b]) = (array[b]!.DeepClone(), array[a]!.DeepClone());

    private static void Swap(JsonArray array, int a, int b, int column) =>
        (array[a]![column], array[b]![column]) = (array[b]![column]!.DeepClone(), array[a]![column]!.DeepClone());
}
