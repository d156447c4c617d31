using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class EntryTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    public static TheoryData<Way> Ways => [.. Enum.GetValues<Way>()];

    [SkippableTheory]
    [MemberData(nameof(Ways))]
    public async Task Company_InEveryBrowser_EntersAndSeesItsReceipt(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await EntryWalk.FillAsync(tab);
        await tab.SeeAsync("entry-form");

        await tab.PressAsync("button[value=confirm]");
        await tab.SeeAsync("entry-confirm");

        await tab.PressAsync("button[value=edit]");
        Assert.Equal("株式会社あいうえお見本", await tab.Page.InputValueAsync("#company-name"));
        var number = await EntryWalk.EnterAsync(tab);
        await tab.SeeAsync("entry-receipt");

        Assert.Equal("事前エントリーを受け付けました", await tab.HeadingAsync());
        await served.IdleAsync();
        var mail = await served.PageAsync($"/local/mail/{number}.entryReceived.0001");
        Assert.Contains(number, mail.Body!.TextContent, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Ways))]
    public async Task Company_WithMistakes_IsLedToEachOfThem(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/entry");
        await tab.FillAsync("#corporate-number", "1123456789012");
        await tab.PressAsync("button[value=confirm]");
        await tab.SeeAsync("entry-errors");

        await tab.PressAsync(".errors a[href='#corporate-number']");
        Assert.Equal("corporate-number", await tab.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal("1123456789012", await tab.Page.InputValueAsync("#corporate-number"));
    }

    [SkippableTheory]
    [MemberData(nameof(Ways))]
    public async Task Company_ThatEnteredBefore_IsToldThatAnEntryExistsButNotItsNumber(Way way)
    {
        var company = EntryWalk.NewNumber();
        await using var first = await chromium.OpenAsync(served, Way.Desktop);
        await EntryWalk.FillAsync(first, company);
        var number = await EntryWalk.EnterAsync(first);

        await using var tab = await chromium.OpenAsync(served, way);
        await EntryWalk.FillAsync(tab, company);
        await tab.PressAsync("button[value=confirm]");
        await tab.SeeAsync("entry-earlier");
        Assert.Contains("同じ企業を示す", await tab.Page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await tab.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }
}
