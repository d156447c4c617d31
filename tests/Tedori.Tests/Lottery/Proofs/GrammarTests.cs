using System.Text.RegularExpressions;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Tests.Commands;

namespace Tedori.Tests.Lottery.Proofs;

/// <summary>One grammar for numbers and times of a published draw: all three verifiers answer with the same code.</summary>
[Collection(CommandLineTestsGroup.Name)]
public sealed class GrammarTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [SkippableTheory]
    [InlineData("\"count\":", "{0}.0", 2)]
    [InlineData("\"count\":", "{0}e0", 2)]
    [InlineData("\"count\":", "2147483648", 2)]
    [InlineData("\"received\":", "{0}E+0", 2)]
    [InlineData("\"planned\":", "{0}.5", 2)]
    [InlineData("\"places\":", "NaN", 2)]
    [InlineData("\"ranking\":[[", "{0}.0", 2)]
    [InlineData("\"ranking\":[[", "{0}e0", 2)]
    [InlineData("\"ranking\":[[", "9007199254740993", 2)]
    [InlineData("\"source\":\"[0-9a-f]*\",\"number\":", "9007199254740993", 2)]
    [InlineData("\"source\":\"[0-9a-f]*\",\"number\":", "9007199254740991", 1)]
    [InlineData("\"source\":\"[0-9a-f]*\",\"number\":", "{0}.0", 2)]
    [InlineData("\"count\":", "0{0}", 2)]
    public async Task Number_WrittenOtherwise_IsReadAlikeByAll(string before, string written, int code) =>
        await AssertAsync($"({before})(-?[0-9]+)", written, code);

    [SkippableTheory]
    [InlineData("{0}", 0)]
    [InlineData("2025-02-30T00:00:00Z", 2)]
    [InlineData("2025-05-19T24:00:00Z", 2)]
    [InlineData("2025-05-19T00:00:00+09:00", 2)]
    [InlineData("2025-05-19T00:00:00+00:00", 2)]
    [InlineData("2025-05-19T00:00:00", 2)]
    [InlineData("2025-05-19T00:00:00,5Z", 2)]
    [InlineData("2025-05-19T00:00:00.Z", 2)]
    [InlineData("2025-05-19T00:00:00.1234567891Z", 2)]
    [InlineData("0000-05-19T00:00:00Z", 2)]
    [InlineData("2025-05-19t00:00:00z", 2)]
    [InlineData("2025-05-19T00:00:60Z", 2)]
    public async Task Time_WrittenOtherwise_IsReadAlikeByAll(string written, int code) =>
        await AssertAsync("(\"announcedAt\":\")([^\"]+)", written, code);

    public void Dispose() => folder.Dispose();

    private async Task AssertAsync(string pattern, string written, int code)
    {
        Verifiers.Require();
        var published = await File.ReadAllTextAsync(RepositoryRoot.Of(
            "tests", "Tedori.Tests", "Lottery", "Proofs", "Vectors", "draw.json"));
        var found = new Regex(pattern).Match(published);
        Assert.True(found.Success, pattern);
        var changed = string.Concat(
            published.AsSpan(0, found.Groups[2].Index),
            written.Replace("{0}", found.Groups[2].Value, StringComparison.Ordinal),
            published.AsSpan(found.Groups[2].Index + found.Groups[2].Length));
        await File.WriteAllTextAsync(folder["draw.json"], changed);

        Assert.Equal(code, (await Verifiers.AgreeAsync(folder["draw.json"])).ExitCode);
    }
}
