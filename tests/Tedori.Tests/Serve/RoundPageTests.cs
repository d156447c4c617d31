using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tedori.Functions.Components;
using Tedori.Functions.Composition;
using Tedori.Functions.Public.Draws;
using Tedori.Testing.Data;
using Tedori.Testing.Serve;
using Tedori.Tests.Commands;
using Tedori.Tests.Lottery.Proofs;

namespace Tedori.Tests.Serve;

/// <summary>The public pages of rounds: round 1 is published, round 2 takes entries, round 3 is to come.</summary>
[Collection(CommandLineTestsGroup.Name)]
public sealed class RoundPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Page_OfADrawnRound_ShowsTimeLineCountsAndDownloadsWithoutPersonalData()
    {
        var page = await served.PageAsync("/rounds/1");
        Assert.Equal("第1回の抽選", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(6, page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Length);
        Assert.All(page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody td:last-child"),
            c => Assert.Equal("済", c.TextContent));
        Assert.Equal(
            ["/rounds/r7-01/draw.json", "/rounds/verify_draw.py", "/rounds/verify_draw.js"],
            page.QuerySelectorAll(".downloads a").Select(a => a.GetAttribute("href")));
        Assert.Contains("BLS署名)の検証は、", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("#verify")!.HasAttribute("hidden"));
        Assert.DoesNotContain("r7-01-0", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("@", page.QuerySelector("main")!.TextContent.Replace(VerifierFiles.JavaScript, "",
            StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "90 社")]
    [InlineData(3, "未定")]
    [InlineData(10, "未定")]
    public async Task Page_OfARound_SaysItsPlacesBeforeItOpensToo(int round, string added)
    {
        var page = await served.PageAsync($"/rounds/{round}");

        Assert.Equal(["140 社", added], page.QuerySelectorAll("dl.quota dd").Take(2).Select(d => d.TextContent));
    }

    [Fact]
    public async Task Page_OfAnOpenRound_HasNoDrawYet()
    {
        var page = await served.PageAsync("/rounds/2");
        Assert.Contains("受付中です", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".downloads, script, code"));
        Assert.Contains("140 社", page.QuerySelector(".quota")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rounds/0")]
    [InlineData("/rounds/11")]
    [InlineData("/rounds/11/draw.json")]
    [InlineData("/rounds/2/draw.json")]
    public async Task Answer_WhereThereIsNothing_Is404InJapanese(string path)
    {
        using var response = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        Assert.EndsWith("。", page.QuerySelector("main p")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Downloads_OfARound_VerifyOneAnother()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["draw.json"], await TextAsync("/rounds/1/draw.json"));
        Assert.Equal(VerifierFiles.Python, await TextAsync("/rounds/verify_draw.py"));
        Assert.Equal(VerifierFiles.JavaScript, await TextAsync("/rounds/verify_draw.js"));
        Assert.Equal(await File.ReadAllTextAsync(Verifiers.Script("verify_draw.js")), VerifierFiles.JavaScript);
        Assert.Equal(0, (await Verifiers.AgreeAsync(folder["draw.json"])).ExitCode);
        var embedded = (await served.PageAsync("/rounds/1")).GetElementById("draw-data")!.TextContent;
        Assert.Equal(await File.ReadAllTextAsync(folder["draw.json"]), embedded);
    }

    [Fact]
    public async Task Script_OfThePage_IsTheOneThatThePolicyAllows()
    {
        using var response = await served.Http.GetAsync(new Uri("/rounds/1", UriKind.Relative));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        Assert.Equal(VerifierFiles.JavaScript, page.QuerySelector("script:not([type])")!.TextContent);
        Assert.Contains($"script-src {VerifierFiles.ScriptSource}", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rounds/1/draw.json", "public, max-age=60")]
    [InlineData("/rounds/verify_draw.py", "public, max-age=3600")]
    public async Task File_AskedForAgain_IsNotModified(string path, string caching)
    {
        using var first = await served.Http.SendAsync(new(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(caching, first.Headers.CacheControl!.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await served.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Proof_OfACompany_ShowsNumberLeafAndRankAndWhereToCheck()
    {
        var services = new ServiceCollection().AddPages().AddLogging().BuildServiceProvider();
        var renderer = new PageRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.RenderAsync<DrawProof>(new() { [nameof(DrawProof.Proof)] = Vectors.Proof() });
        var section = (await new HtmlParser().ParseDocumentAsync(html)).Body!;
        Assert.Contains("7(12件中)", section.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Vectors.Proof().Result!.Rank} 位", section.TextContent, StringComparison.Ordinal);
        Assert.Equal("/rounds/r7-01", section.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(File.ReadAllText(Vectors.File("proof.json")).TrimEnd(), section.QuerySelector("pre")!.TextContent);
        var nothing = await renderer.RenderAsync<DrawProof>(new() { [nameof(DrawProof.Proof)] = null });
        Assert.Contains("名簿を封印すると", nothing, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path) =>
        await served.Http.GetStringAsync(new Uri(path, UriKind.Relative));
}
