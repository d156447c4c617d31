using Microsoft.Playwright;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;

namespace Tedori.BrowserTests.My;

/// <summary>A company's whole way, from the pre-entry to the decision.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class StoryTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.WithoutScript)]
    public async Task Story_FromEntryToDecision_CanBeWalked(Way way)
    {
        await Company.PlayAsync(chromium, way, async company =>
        {
            await EnterAsync(company);
            await company.WaitUntilAsync(Tokyo.At("2025-07-02T10:00:00"));
            await RegisterCompanyAsync(company);
            await company.OfficeAsync(at => new CaseCommand.PassEligibility(at, Signed: Sample.Two));
            await RegisterProjectAsync(company);
            await ClaimAsync(company);
            await AnswerAsync(company);
            await DecideAsync(company);
        });
    }

    private static async Task EnterAsync(Company company)
    {
        var tab = company.Tab;
        await tab.GoAsync("/entry");
        await company.SendEntryAsync("株式会社物語", "見本 太郎", "見本 花子");
        await company.FollowMailAsync();
        Assert.Contains("次の連絡: 抽選の結果", await LeadAsync(company), StringComparison.Ordinal);
        await company.SeeAsync("entered");
    }

    private static async Task RegisterCompanyAsync(Company company)
    {
        var tab = company.Tab;
        Assert.Contains("次の期限: 企業情報の登録", await LeadAsync(company), StringComparison.Ordinal);
        await company.SeeAsync("won");
        await tab.PressAsync("main a.button");
        await tab.PressAsync("button[value=preview]");
        await company.SeeAsync("company-errors");
        await company.FillAsync(Filled.Company);
        if (tab.Way == Way.WithoutScript)
            await tab.PressAsync(".actions button[value=save]");
        await UploadAsync(company);
        await company.SeeAsync("company");
        await FileAsync(company, "company");
        Assert.Equal(4, (await tab.Page.Locator("main ul").First.Locator("li").CountAsync()));
    }

    private static async Task RegisterProjectAsync(Company company)
    {
        var tab = company.Tab;
        await company.FillProjectAsync(
            item => item == 15 ? "全員の基本給を引き上げます。" : "全社員に新しい制度を設けます。", "従業員の代表と話し合いました。", "全職種");
        if (tab.Way == Way.WithoutScript)
            await tab.PressAsync("button[value=calculate]");
        await Assertions.Expect(tab.Page.Locator("[data-amount]")).ToContainTextAsync("支給額は320,000円です。");
        await Assertions.Expect(tab.Page.Locator("[data-verdict=rest-1]")).ToContainTextAsync("90分間は働いたものとみなします(例1)");
        await company.SeeAsync("project");
        await FileAsync(company, "project");
    }

    private static async Task ClaimAsync(Company company)
    {
        await company.FillClaimAsync("計画のとおり実施しました。");
        await company.SeeAsync("claim");
        await FileAsync(company, "claim");
    }

    private static async Task AnswerAsync(Company company)
    {
        var tab = company.Tab;
        await company.OfficeAsync(at => new CaseCommand.RequestCorrection(
            at, [new("就業規則", "受付印のある写しを提出してください。"), new("実施の記録", "日付を補ってください。")]));
        await tab.GoAsync(company.Path());
        Assert.Contains("補正(1回目)の回答", await LeadAsync(company), StringComparison.Ordinal);
        await company.SeeAsync("correction-asked");
        await tab.PressAsync("main a.button");
        await company.FillAsync([("answer-1", "差し替えました。"), ("answer-2", "補いました。")]);
        await company.SeeAsync("correction");
        await FileAsync(company, "correction");
    }

    private static async Task DecideAsync(Company company)
    {
        var tab = company.Tab;
        await company.OfficeAsync(at => new CaseCommand.GrantClaim(at, [1, 2, 15], 1, Signed: Sample.Two));
        await company.FollowMailAsync();
        Assert.Contains("奨励金の支給が決定しました", await LeadAsync(company), StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator(".steps")).ToContainTextAsync("奨励金320,000円の支給を決定しました。");
        await company.SeeAsync("granted");
        await tab.PressAsync("main ul a >> nth=0");
        await company.SeeAsync("notice");
        await tab.GoAsync(company.Path());
        // Its digests are longer than a phone is wide.
        await tab.PressAsync("main ul a[href*='.filingReceived.'] >> nth=0");
        await company.SeeAsync("notice-filing");
    }

    private static async Task FileAsync(Company company, string name)
    {
        var tab = company.Tab;
        await tab.PressAsync("button[value=preview]");
        await company.SeeAsync($"{name}-preview");
        await tab.PressAsync("button[value=file]");
        Assert.Contains("受付票", await tab.HeadingAsync(), StringComparison.Ordinal);
        await company.SeeAsync($"{name}-filed");
    }

    // The connection is cut once in the middle: the script goes on where it stood.
    private static async Task UploadAsync(Company company)
    {
        var page = company.Tab.Page;
        var cut = 0;
        await page.RouteAsync("**/store/**", route => Interlocked.Increment(ref cut) == 2 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        await company.Tab.AttachAsync(
            "#evidence-file",
            new() { Name = "就業規則.pdf", MimeType = "application/pdf", Buffer = SampleFiles.PdfOf(5_000_000) },
            new() { Name = "写真.png", MimeType = "image/png", Buffer = SampleFiles.Png },
            new() { Name = "名簿.xlsx", MimeType = "application/octet-stream", Buffer = SampleFiles.Xlsx });
        if (company.Tab.Way == Way.WithoutScript)
            await company.Tab.PressAsync("text=アップロードする");
        else
            await company.Tab.PushAsync("text=アップロードする");
        await Assertions.Expect(page.Locator("#evidence-files li")).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        Assert.True(cut > 2 || company.Tab.Way == Way.WithoutScript, $"The store was asked {cut} times.");
    }

    private static Task<string> LeadAsync(Company company) => company.Tab.Page.Locator(".lead").InnerTextAsync();
}
