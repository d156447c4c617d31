using Microsoft.Playwright;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;
using static Tedori.BrowserTests.Evidence.UploadVisit;

namespace Tedori.BrowserTests.Evidence;

/// <summary><c>upload.js</c> in a real browser, on the store of one machine: it sends, refuses, removes.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class UploadTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Upload_ThreeFiles_AreListedWithTheirDigests()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", Large), ("写真.png", SampleFiles.Png), ("名簿.xlsx", SampleFiles.Xlsx));
        await visit.Rows.Nth(2).WaitForAsync();

        Assert.Equal(
            [
                ("就業規則.pdf", Digest(Large)), ("写真.png", Digest(SampleFiles.Png)),
                ("名簿.xlsx", Digest(SampleFiles.Xlsx)),
            ],
            await site.ListedAsync());
        Assert.Equal("「名簿.xlsx」を受け付けました", await visit.StatusAsync("受け付けました"));
        Assert.Equal(Digest(Large), await visit.Rows.First.Locator("[data-digest]").TextContentAsync());
        Assert.Equal(["0001", "0002", "0003", "0004", "0005", "0001", "0001"], site.Puts);
        Assert.Equal([Digest(Large), Digest(SampleFiles.Png), Digest(SampleFiles.Xlsx)], site.Digests);
        await visit.Tab.SeeAsync("upload");
    }

    [SkippableFact]
    public async Task Upload_FilesThatAreNotTaken_SayWhyUnderTheField()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        await visit.OpenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
        Assert.Equal(EvidenceRefusals.NameMissing.Text, await visit.ErrorAsync());
        await visit.ChooseAsync(
            ("名簿.exe", SampleFiles.Pdf()), ("規則.pdf", SampleFiles.Jpeg), ("就業規則.pdf", SampleFiles.Pdf()));
        await visit.Rows.First.WaitForAsync();
        Assert.Equal(
            $"{EvidenceRefusals.KindNotAccepted("名簿.exe").Text}\n{EvidenceRefusals.ContentDiffers("規則.pdf", FileKind.Pdf).Text}",
            (await visit.ErrorAsync()).Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal("true", await visit.Page.Locator("#evidence-file").GetAttributeAsync("aria-invalid"));
        Assert.Equal(["就業規則.pdf"], (await visit.Site.ListedAsync()).Select(f => f.Name));
        await visit.Tab.ShotAsync("upload-refused");
    }

    [SkippableFact]
    public async Task Remove_FileJustListed_IsGone()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium);
        var site = visit.Site;
        await visit.OpenAsync();
        await visit.ChooseAsync(("就業規則.pdf", SampleFiles.Pdf()));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "「就業規則.pdf」を削除する" }).ClickAsync();
        await visit.Rows.First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(await site.ListedAsync());
    }

    [SkippableFact]
    public async Task Upload_WithoutScript_PostsTheFilesToUs()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium, Way.WithoutScript);
        var (site, plain) = (visit.Site, visit.Tab);
        await visit.OpenAsync();
        await plain.Page.Locator("#evidence-file").SetInputFilesAsync(
            [Payload("就業規則.pdf", SampleFiles.PdfOf(3_000_000)), Payload("規則.docx", SampleFiles.Png)]);
        await plain.PressAsync("text=アップロードする");
        Assert.Equal(["就業規則.pdf"], (await site.ListedAsync()).Select(f => f.Name));
        Assert.Equal(
            EvidenceRefusals.ContentDiffers("規則.docx", FileKind.Docx).Text,
            await plain.Page.Locator("[data-evidence-error]").InnerTextAsync());
        Assert.Empty(site.Puts);
        await plain.SeeAsync("upload-refused");
    }

    [SkippableFact]
    public async Task Page_OnAPhone_HasNoViolation()
    {
        await using var visit = await UploadVisit.BeginAsync(chromium, Way.Phone);
        await visit.Site.Office.UploadAsync("とても長い名前の就業規則(令和7年6月10日改正、労働基準監督署受付印あり).pdf", SampleFiles.Pdf());
        await visit.OpenAsync();
        await visit.Tab.SeeAsync("upload");
    }
}
