using System.Security.Cryptography;
using Microsoft.Playwright;
using NodaTime;
using Tedori.Programme.Evidence;
using Tedori.Tests.Data;
using Tedori.Tests.Evidence;

namespace Tedori.BrowserTests.Evidence;

/// <summary><c>upload.js</c> in a real browser, against the store of one machine.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class UploadTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private const int Block = 4 * 1024 * 1024;
    private static readonly byte[] Large = SampleFiles.PdfOf((4 * Block) + 12_345);
    private readonly TemporaryFolder folder = new();
    private UploadSite site = null!;
    private Tab tab = null!;

    private IPage Page => tab.Page;

    public async Task InitializeAsync()
    {
        site = await UploadSite.StartAsync();
        if (BrowserTools.Missing is null)
            tab = await chromium.OpenAsync(site.Address, Way.Desktop);
    }

    public async Task DisposeAsync()
    {
        if (tab is not null)
            await tab.DisposeAsync();
        await site.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [BrowserFact]
    public async Task Upload_ThreeFiles_AreListedWithTheirDigests()
    {
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", Large), ("写真.png", SampleFiles.Png), ("名簿.xlsx", SampleFiles.Xlsx));
        await Rows.Nth(2).WaitForAsync();

        Assert.Equal(
            [("就業規則.pdf", Digest(Large)), ("写真.png", Digest(SampleFiles.Png)), ("名簿.xlsx", Digest(SampleFiles.Xlsx))],
            await site.ListedAsync());
        Assert.Equal("「名簿.xlsx」を受け付けました", await StatusAsync("受け付けました"));
        Assert.Equal(Digest(Large), await Rows.First.Locator("[data-digest]").InnerTextAsync());
        Assert.Equal(7, site.Blocks);
        await tab.ShotAsync("upload");
        await tab.NoViolationsAsync();
    }

    [BrowserFact]
    public async Task Upload_ConnectionThatDrops_GoesOnWithTheBlockThatBroke()
    {
        var drops = 3;
        site.Fault = async context =>
        {
            // In the middle of the third block, more than once.
            if (!IsBlock(context, 2) || drops-- <= 0)
                return false;
            await context.Request.Body.ReadAtLeastAsync(new byte[300_000], 300_000);
            context.Abort();
            return true;
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", Large));
        await Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(5 + 3, site.Blocks);
    }

    [BrowserFact]
    public async Task Upload_PageReloadedInTheMiddle_GoesOnWhereItStood()
    {
        var arrived = new TaskCompletionSource();
        site.Fault = async context =>
        {
            if (!IsBlock(context, 3))
                return false;
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        var file = await FileAsync("就業規則.pdf", Large);
        await ChooseAsync(file);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await Page.ReloadAsync();
        site.Fault = _ => Task.FromResult(false);
        site.Puts.Clear();

        Assert.Equal("「就業規則.pdf」は送信の途中です。同じファイルを選ぶと続きから再開します。", await StatusAsync("途中"));
        await ChooseAsync(file);
        await Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(2, site.Blocks);
        Assert.Single(site.Bureau.Rows("upload-"));
    }

    [BrowserFact]
    public async Task Upload_UrlThatEndsInTheMiddle_GetsAFreshOne()
    {
        site.Fault = context =>
        {
            if (IsBlock(context, 1) && site.Blocks == 2)
                site.Bureau.Bureau.Clock.Now += Duration.FromMinutes(11);
            return Task.FromResult(false);
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", Large));
        await Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Single(site.Bureau.Rows("upload-"));
    }

    [BrowserFact]
    public async Task Upload_AnswersThatAreLost_AreAskedForAgain()
    {
        var lost = new HashSet<string>();
        site.Fault = async context =>
        {
            // Done, but the answer never arrives: the list of blocks, and the registration.
            var what = context.Request.Query["comp"] == "blocklist" ? "list" : context.Request.Path.Value!.EndsWith("/uploads/1", StringComparison.Ordinal) ? "register" : null;
            if (what is null || !lost.Add(what))
                return false;
            if (what == "register")
                await site.Desk.RegisterUploadAsync(EvidenceBureau.Case, 1);
            context.Abort();
            return true;
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", SampleFiles.Pdf()));
        await Rows.First.WaitForAsync();
        Assert.Equal(2, lost.Count);
        Assert.Equal([("就業規則.pdf", Digest(SampleFiles.Pdf()))], await site.ListedAsync());
    }

    [BrowserFact]
    public async Task Upload_StoreThatForgotItsBlocks_SendsThemAgain()
    {
        site.Fault = async context =>
        {
            if (context.Request.Query["comp"] == "blocklist" && site.Puts.Count(p => p.Contains("blocklist", StringComparison.Ordinal)) == 1)
                await site.Bureau.Quarantine.DiscardAsync(await site.Bureau.KeyAsync(1));
            return false;
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", Large));
        await Rows.First.WaitForAsync();
        Assert.Equal([("就業規則.pdf", Digest(Large))], await site.ListedAsync());
        Assert.Equal(10, site.Blocks);
    }

    [BrowserFact]
    public async Task Upload_StoreThatStaysAway_SaysHowToGoOn()
    {
        site.Fault = context =>
        {
            if (!IsBlock(context, 0))
                return Task.FromResult(false);
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", SampleFiles.Pdf()));
        Assert.Equal(
            "「就業規則.pdf」を送信できませんでした。通信状態を確かめて、同じファイルを選び直してください。続きから再開します。", await ErrorAsync());
        Assert.Empty(await site.ListedAsync());
    }

    [BrowserFact]
    public async Task Upload_FilesThatAreNotTaken_SayWhyUnderTheField()
    {
        await tab.GoAsync(site.Address.AbsolutePath);
        await Page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
        Assert.Equal(EvidenceRefusals.NameMissing.Text, await ErrorAsync());
        await ChooseAsync(("名簿.exe", SampleFiles.Pdf()), ("規則.pdf", SampleFiles.Jpeg), ("就業規則.pdf", SampleFiles.Pdf()));
        await Rows.First.WaitForAsync();
        Assert.Equal(
            $"{EvidenceRefusals.KindNotAccepted("名簿.exe").Text}\n{EvidenceRefusals.ContentDiffers("規則.pdf", FileKind.Pdf).Text}",
            (await ErrorAsync()).Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal("true", await Page.Locator("#evidence-file").GetAttributeAsync("aria-invalid"));
        Assert.Equal(["就業規則.pdf"], (await site.ListedAsync()).Select(f => f.Name));
        await tab.ShotAsync("upload-refused");
    }

    [BrowserFact]
    public async Task Upload_Stopped_SaysSoAndSendsNoMore()
    {
        var arrived = new TaskCompletionSource();
        site.Fault = async context =>
        {
            if (!IsBlock(context, 1))
                return false;
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", Large));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await tab.ShotAsync("upload-running");
        await Page.GetByRole(AriaRole.Button, new() { Name = "送信を中止する" }).ClickAsync();
        Assert.Equal("「就業規則.pdf」の送信を中止しました。", await ErrorAsync());
        Assert.Equal(2, site.Blocks);
    }

    [BrowserFact]
    public async Task Remove_FileJustListed_IsGone()
    {
        await tab.GoAsync(site.Address.AbsolutePath);
        await ChooseAsync(("就業規則.pdf", SampleFiles.Pdf()));
        await Page.GetByRole(AriaRole.Button, new() { Name = "「就業規則.pdf」を削除する" }).ClickAsync();
        await Page.WaitForURLAsync(site.Address.AbsoluteUri);
        await Rows.First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(await site.ListedAsync());
    }

    [BrowserFact]
    public async Task Upload_WithoutScript_PostsTheFilesToUs()
    {
        await using var plain = await chromium.OpenAsync(site.Address, Way.WithoutScript);
        await plain.GoAsync(site.Address.AbsolutePath);
        await plain.Page.Locator("#evidence-file").SetInputFilesAsync(
            [Payload("就業規則.pdf", SampleFiles.PdfOf(3_000_000)), Payload("規則.docx", SampleFiles.Png)]);
        await plain.PressAsync("text=アップロードする");
        Assert.Equal(["就業規則.pdf"], (await site.ListedAsync()).Select(f => f.Name));
        Assert.Equal(
            EvidenceRefusals.ContentDiffers("規則.docx", FileKind.Docx).Text,
            await plain.Page.Locator("[data-evidence-error]").InnerTextAsync());
        Assert.Equal(0, site.Blocks);
        await plain.ShotAsync("upload-refused");
        await plain.NoViolationsAsync();
    }

    [BrowserFact]
    public async Task Page_OnAPhone_HasNoViolation()
    {
        await site.Bureau.UploadAsync("とても長い名前の就業規則(令和7年6月10日改正、労働基準監督署受付印あり).pdf", SampleFiles.Pdf());
        await using var phone = await chromium.OpenAsync(site.Address, Way.Phone);
        await phone.GoAsync(site.Address.AbsolutePath);
        await phone.ShotAsync("upload");
        await phone.NoViolationsAsync();
    }

    private ILocator Rows => Page.Locator("#evidence-files li");

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsBlock(Microsoft.AspNetCore.Http.HttpContext context, int number) =>
        context.Request.Query["blockid"] == Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{number:00000}"));

    private static FilePayload Payload(string name, byte[] content) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    // On disk, because a file has to be the same one after a reload.
    private async Task<string> FileAsync(string name, byte[] content)
    {
        var file = folder[name];
        await File.WriteAllBytesAsync(file, content);
        return file;
    }

    private async Task ChooseAsync(string file)
    {
        await Page.Locator("#evidence-file").SetInputFilesAsync(file);
        await Page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
    }

    private async Task ChooseAsync(params (string Name, byte[] Content)[] files)
    {
        await Page.Locator("#evidence-file").SetInputFilesAsync(files.Select(f => Payload(f.Name, f.Content)));
        await Page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
    }

    private async Task<string> StatusAsync(string part)
    {
        var status = Page.Locator("[data-evidence-status]", new() { HasText = part });
        await status.WaitForAsync();
        return await status.InnerTextAsync();
    }

    private async Task<string> ErrorAsync()
    {
        await Page.Locator("[data-evidence-error]:not([hidden])").WaitForAsync();
        return await Page.Locator("[data-evidence-error]").InnerTextAsync();
    }
}
