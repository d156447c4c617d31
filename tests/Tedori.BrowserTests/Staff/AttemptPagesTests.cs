using System.Text;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;

namespace Tedori.BrowserTests.Staff;

/// <summary>A reviewer records a mail that came before the deadline as an attempt to file, and takes a file for a review.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class AttemptPagesTests(Chromium chromium, FolderWithAttempts served) : IClassFixture<FolderWithAttempts>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Reviewer_InEveryBrowser_RecordsAnAttemptAndTakesAFile(Way way)
    {
        await ActingClient.PassRegistrationAsync(served);
        var waiting = await ActingClient.CasesAsync(served, 2, Step.CompanyRegistration);
        var mail = await ReceiveAsync(waiting[way == Way.Desktop ? 0 : 1], way, Tokyo.At("2025-07-10T16:59:00"));
        await using var tab = await new WorkingDay(chromium, served).SignInAsync(way, "dev-ito");
        await tab.GoAsync($"/staff/mails/{mail.Id}");
        await tab.PressAsync("a[href$='/attempt']");
        await tab.PressAsync("main form button[type=submit]");
        await tab.SeeAsync("staff-attempt-wrong");
        await tab.CheckAsync("#asOnPaper");
        await tab.PressAsync("main form button[type=submit]");
        await tab.SeeAsync("staff-attempt");
        await tab.PressAsync("main a.button");
        await tab.SeeAsync("staff-attempt-propose");
        Assert.Contains("judgeAttempt", tab.Page.Url, StringComparison.Ordinal);

        var review = (await ActingClient.CasesAsync(served, 1, Step.EligibilityReview))[way == Way.Desktop ? 0 : 1];
        var second = await ReceiveAsync(review, way, served.Clock.Now);
        await tab.GoAsync($"/staff/mails/{second.Id}");
        await tab.SeeAsync("staff-mail-review");
        await tab.PressAsync("form[action$='/evidence'] button");
        await tab.SeeAsync("staff-mail-evidence-preview");
        await tab.PressAsync("form[action$='/evidence'] button[value=take]");
        await tab.SeeAsync("staff-mail-evidence");
        Assert.Contains("書類として受け取りました", await tab.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<InboundMail> ReceiveAsync(CaseId id, Way way, NodaTime.Instant at)
    {
        var to = (await served.AskAsync<ReplyAddresses, string?>(r => r.OfAsync(id)))!;
        return await served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(new(
            Encoding.UTF8.GetBytes(string.Join("\r\n",
                "From: =?utf-8?B?5bGx55Sw?= <yamada@company.example>", $"To: {to}", $"Message-ID: <{id}-{way}@company.example>",
                "Subject: =?utf-8?B?5LyB5qWt5oOF5aCx44Gu55m76Yyy?=", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: text/plain; charset=utf-8", "", "登録の画面が開けないため、メールでお送りします。", "--b", "Content-Type: application/pdf",
                $"Content-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString("誓約書.pdf")}", "Content-Transfer-Encoding: base64", "",
                Convert.ToBase64String(SampleFiles.Pdf($"{way} {id}")), "--b--", "")), at)
        { To = [to] }));
    }
}
