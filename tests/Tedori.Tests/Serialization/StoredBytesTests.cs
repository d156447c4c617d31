using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Approvals;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Serialization;

/// <summary>
/// What is stored and hashed, byte for byte, in one golden file of a line each. Run with TEDORI_UPDATE_GOLDEN=1 to
/// write it anew, which is right only where a field was added, or before anything is stored in production.
/// </summary>
public sealed partial class StoredBytesTests
{
    private static readonly string Golden = RepositoryRoot.Of(
        "tests", "Tedori.Tests", "Serialization", "stored-shapes.txt");

    [Fact]
    public void Write_OneOfEachStoredShape_HasTheBytesOfTheGoldenFile()
    {
        var lines = Lines().Select(l => $"{l.Name}\t{l.Json}").ToList();
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            File.WriteAllLines(Golden, lines);
        Assert.Equal(File.ReadAllLines(Golden), lines);
    }

    [Fact]
    public void Read_OfEachStoredShape_IsWrittenAgainAsItWas() => Assert.All(StoredShapes.All, type =>
    {
        var json = Written(type);
        var back = JsonSerializer.Deserialize(json, StoredShapes.WrittenAs(type), TedoriJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(back, StoredShapes.WrittenAs(type), TedoriJson.Options));
    });

    [Fact]
    public void Shapes_OfEveryRowThatIsRead_AreInTheGoldenFile()
    {
        var names = StoredShapes.All.Select(t => t.Name).Append(nameof(CaseEvent)).Append(nameof(ProposedAction))
            .ToHashSet();
        var read = Directory.EnumerateFiles(RepositoryRoot.Of("workflows", "Tedori.Workflows"), "*.cs",
                SearchOption.AllDirectories)
            .SelectMany(file => TypesRead().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Contains(nameof(CaseSnapshot), read);
        // A row as such may hold any of them.
        Assert.Empty(read.Except(names).Except([nameof(Row)]));
    }

    [Theory]
    [InlineData("2025-05-19T08:00:00.1234567Z")]
    [InlineData("2025-05-19T08:00:00.123Z")]
    [InlineData("2025-05-19T08:00:00Z")]
    [InlineData("-0001-01-01T00:00:00.000000001Z")]
    public void Instant_OfAnyPrecision_IsWrittenWithTheDigitsItHas(string text) => Assert.Equal(
        $"\"{text}\"", TedoriJson.Write(InstantPattern.ExtendedIso.Parse(text).Value));

    [Theory]
    [InlineData(17, 0, 0, 0, "17:00:00")]
    [InlineData(9, 5, 7, 250, "09:05:07.25")]
    public void TimeOfDay_OfAnyPrecision_IsWrittenWithTheDigitsItHas(int h, int m, int s, int ms, string text) =>
        Assert.Equal($"\"{text}\"", TedoriJson.Write(new LocalTime(h, m, s, ms)));

    [Theory]
    [InlineData("\"2025-05-19\"")]
    [InlineData("\"2025-05-19T08:00:00+09:00\"")]
    [InlineData("\"\"")]
    [InlineData("17")]
    [InlineData("null")]
    public void Read_OfSomethingElseThanAnInstant_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Instant>(json, TedoriJson.Options));

    private static IEnumerable<(string Name, string Json)> Lines() =>
    [
        .. StoredShapes.All.Select(t => (StoredShapes.NameOf(t), Written(t))),
        ("body of an event", EventRow.Chain(Specimen.Of<CaseEvent>(), 1, HashChain.Start).Body),
        ("body of an anchor", AnchorRow.Chain(Specimen.Of<Anchor>(), HashChain.Start).Body),
        ("programme file of 令和7年度", TedoriJson.Write(Sample.R7)),
    ];

    private static string Written(Type type) =>
        JsonSerializer.Serialize(Specimen.Of(type), StoredShapes.WrittenAs(type), TedoriJson.Options);

    [GeneratedRegex(@"\b(?:Read(?:Async)?|RowKey|RowRange|Row|Prefix|All)<(?:IReadOnlyList<)?([A-Z][a-z]\w+)>")]
    private static partial Regex TypesRead();
}
