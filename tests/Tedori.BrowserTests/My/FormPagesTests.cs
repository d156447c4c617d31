using Microsoft.Playwright;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;

namespace Tedori.BrowserTests.My;

/// <summary>A form section by section, with its documents in their places, filed and then replaced.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class FormPagesTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.WithoutScript)]
    public async Task Sections_FromTheListToTheReplacement_CanBeWalked(Way way)
    {
        await using var tab = await chromium.OpenAsync(round.Served, way);
        var company = new Company(round.Served, tab) { Case = round.Take() };
        await tab.GoAsync((await round.LinkAsync(company.Case)).PathAndQuery);
        await tab.PressAsync("main form button");

        await tab.GoAsync(company.Path("/forms/company/sections"));
        await company.SeeAsync("sections-empty");
        await tab.PressAsync(".sections a >> nth=0");
        await FillAsync(company);
        await tab.PressAsync("button[value=next]");
        await FillAsync(company);
        await company.SeeAsync("section");
        await tab.PressAsync("button[value=next]");
        await UploadAsync(company);
        await company.SeeAsync("section-documents");
        await tab.PressAsync("button[value=next]");
        await FillAsync(company);
        await tab.PressAsync("button[value=next]");
        await company.SeeAsync("sections-done");
        await tab.PressAsync("button[value=preview]");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("まだない書類が5件あります");
        await tab.PressAsync("button[value=file]");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("写し.pdf(会社概要)");

        await tab.GoAsync(company.Path());
        await company.SeeAsync("replaceable");
        await tab.PressAsync("text=企業情報の登録を差し替える");
        await tab.FillAsync("#industry", "製造業");
        await company.SeeAsync("replacing");
        await tab.PressAsync("button[value=preview]");
        await company.SeeAsync("replacing-preview");
        await tab.PressAsync("button[value=file]");
        Assert.Contains("企業情報の登録の差し替えの受付票", await tab.HeadingAsync(), StringComparison.Ordinal);
        await company.SeeAsync("replaced");
    }

    [SkippableFact]
    public async Task Amount_OfABoxThatIsTicked_ChangesAtOnceAndWhatIsTypedIsReadBack()
    {
        await using var tab = await chromium.OpenAsync(round.Served, Way.Desktop);
        using var passed = await round.OpenPassedAsync();
        var company = new Company(round.Served, tab) { Case = passed.Case };
        await tab.GoAsync((await round.LinkAsync(company.Case)).PathAndQuery);
        await tab.PressAsync("main form button");
        await tab.GoAsync(company.Path("/forms/project"));

        await company.ChooseAsync(1);
        await company.ChooseAsync(3);

        await Assertions.Expect(tab.Page.Locator("[data-amount]")).ToContainTextAsync("支給額は200,000円です。");
        await Assertions.Expect(tab.Page.Locator("[data-reason]")).ToContainTextAsync("2項目(①③)を、区分ごとの単価と上限で計算した合計です。");
        await tab.CheckAsync("#item-15");
        await tab.FillAsync("#wage-1-before", "２０００００");
        await Assertions.Expect(tab.Page.Locator("[data-reading=wage-1-before]")).ToHaveTextAsync("200,000円");
    }

    [SkippableFact]
    public async Task File_ThatWasOnlyChosen_IsUploadedBeforeTheFormGoesOnAndStopsItWhereItIsNotTaken()
    {
        await using var tab = await chromium.OpenAsync(round.Served, Way.Desktop);
        var company = new Company(round.Served, tab) { Case = round.Take() };
        await tab.GoAsync((await round.LinkAsync(company.Case)).PathAndQuery);
        await tab.PressAsync("main form button");
        await tab.GoAsync(company.Path("/forms/company/sections/documents"));

        await tab.AttachAsync("#slot-document-1", Payload("写し.pdf", SampleFiles.Png));
        await tab.PushAsync("button[value=next]");
        await Assertions.Expect(tab.Page.Locator("#evidence-error")).ToContainTextAsync("「写し.pdf」の中身は");
        Assert.EndsWith("/sections/documents", tab.Page.Url, StringComparison.Ordinal);
        await tab.AttachAsync("#slot-document-1", Payload("写し.pdf", SampleFiles.Pdf()));
        await tab.PressAsync("button[value=next]");

        Assert.EndsWith("/sections/declarations", tab.Page.Url, StringComparison.Ordinal);
        await tab.GoAsync(company.Path("/forms/company"));
        await Assertions.Expect(tab.Page.Locator("[data-slot=document-1]")).ToHaveTextAsync("あり");

        static FilePayload Payload(string name, byte[] content) =>
            new() { Name = name, MimeType = "application/pdf", Buffer = content };
    }

    private static async Task FillAsync(Company company)
    {
        foreach (var (name, value) in Filled.Company)
        {
            if (await company.Tab.Page.Locator($"#filing #{name}").CountAsync() > 0)
                await company.FillAsync([(name, value)]);
        }
    }

    private static async Task UploadAsync(Company company)
    {
        await company.Tab.AttachAsync(
            "#slot-document-1", new FilePayload { Name = "写し.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        if (company.Tab.Way == Way.WithoutScript)
            await company.Tab.PressAsync("text=アップロードする");
        else
            await company.Tab.PushAsync("text=アップロードする");
        await Assertions.Expect(company.Tab.Page.Locator("[data-slot=document-1]")).ToHaveTextAsync("あり");
    }
}
