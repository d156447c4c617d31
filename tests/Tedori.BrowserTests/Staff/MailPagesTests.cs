using System.Text;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Staff;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;

namespace Tedori.BrowserTests.Staff;

/// <summary>A reviewer finds the case of a mail that fits none, and puts its file among the drafts.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class MailPagesTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Reviewer_InEveryBrowser_FilesAMailAndTakesItsFile(Way way)
    {
        var (id, served) = (round.Take(), round.Served);
        var mail = await served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(new(MailOf(way), served.Clock.Now)));
        await using var tab = await new WorkingDay(chromium, served).SignInAsync(way, "dev-ito");
        await tab.GoAsync("/staff/mails");
        await tab.SeeAsync("staff-mails");
        await tab.PressAsync($"[aria-label^='申請が分からない'] a[href$='{mail.Id}']");
        await tab.SeeAsync("staff-mail");
        await tab.FillAsync("#case", "r7-1");
        await tab.PressAsync("form[action$='/case'] button");
        await tab.SeeAsync("staff-mail-wrong-number");
        await tab.FillAsync("#case", $"{id}");
        await tab.PressAsync("form[action$='/case'] button");
        await tab.SeeAsync("staff-mail-filing");
        await tab.PressAsync("#filing button");
        await tab.PressAsync("form[action*='/files/'] button");
        await tab.SeeAsync("staff-mail-taken");

        await tab.PressAsync("a[href*='/message?mail=']");
        await tab.PressAsync("button[value=phrase-0]");
        await tab.PressAsync("button[value=phrase-1]");
        await tab.SeeAsync("staff-message");
        await tab.FillAsync("#subject", "");
        await tab.PressAsync("p > button[value=preview]");
        await tab.SeeAsync("staff-message-wrong");
        await tab.FillAsync("#subject", "就業規則のご提出について");
        await tab.PressAsync("p > button[value=preview]");
        await tab.SeeAsync("staff-message-preview");
        // As the company will see it: the policy of the page around lets the mail look as it looks.
        var button = tab.Page.FrameLocator("#mails iframe").GetByText("マイページを開く");
        Assert.Equal("rgb(0, 23, 193)", await button.EvaluateAsync<string>("b => getComputedStyle(b).backgroundColor"));
        await tab.Page.Locator("#mails iframe").ScreenshotAsync(new() { Path = Path.Combine(BrowserTools.Screens, $"staff-message-frame-{way}.png") });
        await tab.PressAsync("button[value=send]");

        await tab.GoAsync("/staff/mails/try");
        await tab.FillAsync("#case", $"{id}");
        await tab.SelectAsync("#kind", "CutoffExtended");
        await tab.PressAsync("main form[method=get] button");
        await tab.SeeAsync("staff-try");
        await tab.PressAsync("main form[method=post] button");
        await tab.SeeAsync("staff-tried");

        await tab.GoAsync($"/staff/cases/{id}");
        await tab.SeeAsync("staff-case-mails");
        Assert.Equal(1, await tab.Page.Locator($"a[href$='{mail.Id}']").CountAsync());
        Assert.Contains("就業規則のご提出について", await tab.Page.Locator("[aria-label='メールのやりとり']").InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Company_InEveryBrowser_PutsAFileOfItsMailAmongItsDrafts(Way way)
    {
        var (id, served) = (round.Take(), round.Served);
        var to = await served.AskAsync<ReplyAddresses, string?>(r => r.OfAsync(id));
        await served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(new(MailOf(way, $"company-{way}"), served.Clock.Now) { To = [to!] }));
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync((await round.LinkAsync(id)).PathAndQuery);
        await tab.PressAsync("main form button");
        await tab.PressAsync($"a[href='/my/{id}/mails']");
        await tab.SeeAsync("my-mails");

        await tab.SelectAsync("select[name=slot]", "document-5");
        await tab.PressAsync("form[action*='/mails/'] button");

        await tab.SeeAsync("my-mails-taken");
        Assert.Equal(1, await tab.Page.Locator("#evidence-files li").CountAsync());
    }

    private static byte[] MailOf(Way way, string? id = null) => Encoding.UTF8.GetBytes(string.Join("\r\n",
        "From: =?utf-8?B?5bGx55Sw?= <yamada@company.example>", "To: office@tedori.example", $"Message-ID: <{id ?? $"{way}"}@company.example>",
        "Subject: =?utf-8?B?5bCx5qWt6KaP5YmH44Gu5o+Q5Ye644Gr44Gk44GE44Gm?=", "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain; charset=utf-8", "",
        "お世話になっております。", "就業規則の写しを添付します。ご確認をお願いいたします。", "--b", "Content-Type: application/pdf",
        "Content-Disposition: attachment; filename*=utf-8''%E5%B0%B1%E6%A5%AD%E8%A6%8F%E5%89%87.pdf",
        "Content-Transfer-Encoding: base64", "", Convert.ToBase64String(SampleFiles.Pdf($"{way}")), "--b--", ""));
}
