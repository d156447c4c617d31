using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Access;

namespace Tedori.BrowserTests.My;

/// <summary>The pages beside the way: drafts, contact, leaving, the last half hour and what comes after it.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class MorePagesTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    [SkippableFact]
    public async Task Autosave_WhileTyping_SurvivesTheClosedTabAndTellsASecondDevice()
    {
        var (first, company) = await OpenAsync(Way.Desktop);
        await using var _ = first;
        await first.GoAsync(company.Path("/forms/company"));
        await first.FillAsync("#industry", "建設業");
        await Assertions.Expect(first.Page.Locator("#saved")).ToContainTextAsync("自動保存しました");
        await using var second = (await OpenAsync(Way.Phone, company)).Tab;
        await second.GoAsync(company.Path("/forms/company"));
        Assert.Equal("建設業", await second.Page.Locator("#industry").InputValueAsync());

        await second.FillAsync("#industry", "製造業");
        await Assertions.Expect(second.Page.Locator("#saved")).ToContainTextAsync("自動保存しました");
        await first.FillAsync("#business", "土木");
        await Assertions.Expect(first.Page.Locator("#saved")).ToContainTextAsync("別の画面や端末で保存されたため");
        await first.PressAsync("form > .actions button[value=save]");
        Assert.Contains("別の画面で保存されています", await first.HeadingAsync(), StringComparison.Ordinal);
        await SeeAsync(first, "overtaken");
        await first.Page.SetViewportSizeAsync(375, 812);
        await SeeAsync(first, "overtaken-narrow");
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Pages_BesideTheWay_HaveNoViolation(Way way)
    {
        var (tab, company) = await OpenAsync(way);
        await using var _ = tab;
        foreach (var (below, name) in new[] { ("/contact", "contact"), ("/leave/declined", "leave"), ("/forms/company/cover", "cover"), ("/forms/project", "refused") })
        {
            await tab.GoAsync(company.Path(below));
            await SeeAsync(tab, name);
        }

        foreach (var (link, name) in Links(company.Case))
        {
            await tab.GoAsync(link.PathAndQuery);
            await SeeAsync(tab, name);
        }

        await tab.GoAsync("/contact/confirm?token=x");
        await SeeAsync(tab, "contact-link-unreadable");
    }

    private IEnumerable<(Uri Link, string Name)> Links(CaseId id)
    {
        var links = round.Served.Services.GetRequiredService<ICaseLinks>();
        yield return (links.For(new(id, 1))!.Address, "open-link");
        yield return (links.For(new(id, 9))!.Address, "link-revoked");
        yield return (links.ForContact(new(id, new(1, ContactSide.New)))!.Address, "contact-confirm");
        var keys = round.Served.Services.GetRequiredService<IDataProtectionProvider>();
        var clock = new FakeClock(round.Served.Clock.Now - Duration.FromDays(181));
        var past = new CaseLinks(keys, new(new Uri("http://tedori.test/")), clock);
        yield return (past.For(new(id, 1))!.Address, "link-expired");
    }

    private async Task<(Tab Tab, CompanyBrowser Company)> OpenAsync(Way way, CompanyBrowser? company = null)
    {
        company ??= new CompanyBrowser(round.Served.NewClient(), round.Take());
        var tab = await chromium.OpenAsync(round.Served, way);
        await tab.GoAsync((await round.LinkAsync(company.Case)).PathAndQuery);
        await tab.PressAsync("main form button");
        return (tab, company);
    }

    private static async Task SeeAsync(Tab tab, string name)
    {
        await tab.SeeAsync($"my-{name}");
    }
}
