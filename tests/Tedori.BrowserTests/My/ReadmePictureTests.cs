using Tedori.Programme.Cases;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;

namespace Tedori.BrowserTests.My;

/// <summary>
/// The picture in the README is one of a real page. Run with TEDORI_UPDATE_GOLDEN=1 to take it anew; a browser of
/// another version draws other bytes, so they are not compared.
/// </summary>
[Collection(ChromiumGroup.Name)]
public sealed class ReadmePictureTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    private const int Largest = 100_000;

    private static readonly string Picture = RepositoryRoot.Of("functions", "pictures", "my-page.webp");

    [SkippableFact]
    public async Task Picture_InTheReadme_ShowsAPageOfTodayAndIsSmall()
    {
        var id = round.Take();
        await round.DoAsync(id, at => new CaseCommand.RegisterCompany(at, Sample.Web(at)));
        await round.DoAsync(id, at => new CaseCommand.RequestCorrection(
            at, [new("就業規則", "受付印のある写しを提出してください。"), new("会社案内", "事業の内容が分かるものを添えてください。")]));
        await using var tab = await chromium.OpenAsync(round.Served, Way.Desktop);
        await tab.GoAsync((await round.LinkAsync(id)).PathAndQuery);
        await tab.PressAsync("main form button");
        Assert.Equal("マイページ", await tab.HeadingAsync());

        var taken = await TakeAsync(tab);
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            await File.WriteAllBytesAsync(Picture, taken);

        Assert.InRange(taken.Length, 1, Largest);
        Assert.InRange(new FileInfo(Picture).Length, 1, Largest);
        Assert.Equal(Kind(taken), Kind(await File.ReadAllBytesAsync(Picture)));
    }

    // Playwright itself writes no WebP, which is a third of a PNG.
    private static async Task<byte[]> TakeAsync(Tab tab)
    {
        await tab.Page.SetViewportSizeAsync(1000, 1000);
        var session = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        var answer = await session.SendAsync(
            "Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = 85 });
        return answer!.Value.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>What a WebP begins with, but for its length.</summary>
    private static string Kind(byte[] picture) =>
        $"{System.Text.Encoding.ASCII.GetString(picture, 0, 4)} {System.Text.Encoding.ASCII.GetString(picture, 8, 4)}";
}
