using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Testing.Companies;
using Tedori.Testing.Data;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Inbound;

/// <summary>Mails that come in on one machine, and what staff see and do of them.</summary>
public sealed class MailsPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Mail_ThatFitsNoCase_IsFiledByStaffAndItsFileBecomesADraft()
    {
        var mail = await ReceiveAsync(Eml.Parts(
            "multipart/mixed", "Content-Type: text/plain; charset=utf-8\n\n<b>本文</b>です",
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename=kisoku.pdf\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(SampleFiles.Pdf())));
        using var ito = await SignInAsync(served, "dev-ito");
        var id = await WaitingAsync();

        var today = await ito.PageAsync("/staff");
        Assert.DoesNotContain(today.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/staff/mails/{mail.Id}");
        Assert.Contains(today.QuerySelectorAll("main a"), a => a.TextContent.StartsWith("申請が分からないメール", StringComparison.Ordinal));
        var list = await ito.PageAsync("/staff/mails");
        Assert.Contains(list.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/staff/mails/{mail.Id}");
        var page = await ito.PageAsync($"/staff/mails/{mail.Id}");
        Assert.Equal("<b>本文</b>です", page.QuerySelector("pre.mail")!.TextContent);
        Assert.Null(page.QuerySelector($"form[action$='{mail.Files[0].Sha256}']"));

        var refused = await RefusedAsync(await ito.PostAsync($"/staff/mails/{mail.Id}/case", page, [("case", "r7-01-99999")]));
        Assert.Contains("申請はありません", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await MailFilingPagesTests.FileAsync(ito, mail, string.Concat(id.ToString().Select(c => (char)(c + 0xFEE0))));
        page = await ito.PageAsync($"/staff/mails/{mail.Id}");
        Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/files/{mail.Files[0].Sha256}", page));

        var file = await served.AskAsync<EvidenceService, ListedFile>(async e => Assert.Single(
            await e.ListAsync(id), f => f.Held.File.Sha256 == mail.Files[0].Sha256));
        Assert.False(file.Filed);
        // Filed with the wrong case: its paper must not stay there.
        var other = (await CasesAsync(served, 2, Step.CompanyRegistration))[2];
        await MailFilingPagesTests.FileAsync(ito, mail, $"{other}");
        Assert.Empty(await served.AskAsync<EvidenceService, IReadOnlyList<ListedFile>>(e => e.ListAsync(id)));
        await MailFilingPagesTests.FileAsync(ito, mail, $"{id}");
        Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/files/{mail.Files[0].Sha256}", await ito.PageAsync($"/staff/mails/{mail.Id}")));
        Assert.Contains("下書きに加えました", (await ito.PageAsync($"/staff/mails/{mail.Id}")).Body!.TextContent, StringComparison.Ordinal);
        var folder = await ito.PageAsync($"/staff/cases/{id}");
        Assert.Contains(folder.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/staff/mails/{mail.Id}");
        Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/done", page));
        Assert.DoesNotContain((await ito.PageAsync("/staff")).QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/staff/mails/{mail.Id}");
    }

    [Fact]
    public async Task Attempt_WhereTheEditionAllowsNone_IsRefusedBeforeAnythingIsTyped()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = await WaitingAsync();
        var to = (await served.AskAsync<ReplyAddresses, string?>(r => r.OfAsync(id)))!;
        var mail = await served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(
            new(Eml.Of($"From: a@b.example\nTo: {to}\nSubject: x\n\n締切前です"), served.Clock.Now) { To = [to] }));

        Assert.DoesNotContain((await ito.PageAsync($"/staff/mails/{mail.Id}")).QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("/attempt", StringComparison.Ordinal));
        using var response = await ito.GetAsync($"/staff/mails/{mail.Id}/attempt");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("この年度の定めでは", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Original_OfAMail_IsSavedAndNeverShown()
    {
        var raw = Eml.Of("From: a@b.example\nSubject: x\nContent-Type: text/html\n\n<script>alert(1)</script>");
        var mail = await ReceiveAsync(raw);
        using var ito = await SignInAsync(served, "dev-ito");

        using var response = await ito.GetAsync($"/staff/mails/{mail.Id}/original.eml");

        Assert.Equal(raw, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Formatted_TextOfAMail_IsShownInASandboxWithoutWhatActs()
    {
        var mail = await ReceiveAsync(Eml.Of("From: a@b.example\nSubject: x\nContent-Type: text/html\n\n<b>重要</b><script>alert(1)</script>"));
        var plain = await ReceiveAsync(Eml.Of("From: a@b.example\nSubject: y\n\n<b>x</b>"));
        using var ito = await SignInAsync(served, "dev-ito");

        using var response = await ito.GetAsync($"/staff/mails/{mail.Id}/formatted");
        using var none = await ito.GetAsync($"/staff/mails/{plain.Id}/formatted");

        Assert.Contains("; sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("<b>重要</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains((await ito.PageAsync($"/staff/mails/{mail.Id}")).QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/staff/mails/{mail.Id}/formatted");
    }

    [Theory]
    [InlineData("20250620T100000000-0123456789abcdef")]
    [InlineData("x")]
    [InlineData("20250620T100000000-0123456789ABCDEF")]
    public async Task Mail_ThatIsNotThere_IsNotFound(string id)
    {
        using var ito = await SignInAsync(served, "dev-ito");

        using var response = await ito.GetAsync($"/staff/mails/{id}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("2025-13")]
    [InlineData("9999-01")]
    [InlineData("'")]
    public async Task List_OfNoMonth_IsThatOfThisMonth(string month)
    {
        using var ito = await SignInAsync(served, "dev-ito");

        var now = served.Clock.Now.InUtc();
        Assert.Contains(
            $"{now.Year}年{now.Month}月に届いたメール",
            (await ito.PageAsync($"/staff/mails?month={Uri.EscapeDataString(month)}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listener_AMailBySmtp_AcknowledgesWhatItKeptAndRefusesOtherDomains()
    {
        await using var listener = MailListener.Open(served.Services, "tedori.example", null);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, listener.Port);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };

        Assert.StartsWith("220", await reader.ReadLineAsync());
        Assert.StartsWith("250", await SayAsync("HELO company.example"));
        Assert.StartsWith("250", await SayAsync("MAIL FROM:<>"));
        Assert.StartsWith("550", await SayAsync("RCPT TO:<a@elsewhere.example>"));
        Assert.StartsWith("250", await SayAsync("RCPT TO:<office@tedori.example>"));
        Assert.StartsWith("354", await SayAsync("DATA"));
        var kept = await SayAsync("From: mailer@x.example\r\nSubject: by smtp\r\n\r\n..dot\r\n.");

        Assert.Matches("^250 .*kept as [0-9]{8}T[0-9]{9}-[0-9a-f]{16}", kept);
        var mail = await served.AskAsync<InboundService, InboundMail?>(s => s.FindAsync(kept[^35..]));
        Assert.Equal(("by smtp", ".dot"), (mail!.Subject, mail.Text));
        var raw = await served.AskAsync<InboundFiles, byte[]?>(f => f.RawAsync(mail));
        Assert.Equal("From: mailer@x.example\r\nSubject: by smtp\r\n\r\n.dot\r\n", Encoding.ASCII.GetString(raw!));

        async Task<string> SayAsync(string line)
        {
            await writer.WriteLineAsync(line);
            return (await reader.ReadLineAsync())!;
        }
    }

    [Fact]
    public async Task Listener_WhatCannotBeKept_IsAskedForAgainLater()
    {
        await using var nothing = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var listener = MailListener.Open(nothing, "tedori.example", null);
        using var client = new MailKit.Net.Smtp.SmtpClient();
        await client.ConnectAsync("127.0.0.1", listener.Port);
        using var message = MimeKit.MimeMessage.Load(new MemoryStream(Eml.Of("From: a@b.example\nTo: office@tedori.example\n\nx")));

        var refused = await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => client.SendAsync(message));

        Assert.Equal(451, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Folder_AFileThatIsPutThere_IsTakenAndMovedAside()
    {
        using var place = new TemporaryFolder();
        await File.WriteAllBytesAsync(place["a.eml"], Eml.Of("From: a@b.example\nSubject: by folder\n\nx"));
        await using var folder = MailFolder.Open(place.Path, served.Services);

        for (var waited = Stopwatch.StartNew(); !File.Exists(Path.Combine(place.Path, "taken", "a.eml")); await Task.Delay(20))
            Assert.True(waited.Elapsed < Testing.Patience.Limit);

        Assert.False(File.Exists(place["a.eml"]));
        Assert.Contains(
            await served.AskAsync<InboundService, IReadOnlyList<InboundLine>>(s => s.UnfiledAsync()), l => l.Subject == "by folder");
    }

    private Task<InboundMail> ReceiveAsync(byte[] raw) => served.AskAsync<InboundService, InboundMail>(
        s => s.ReceiveAsync(new(raw, served.Clock.Now)));

    private async Task<CaseId> WaitingAsync()
    {
        await PassRegistrationAsync(served);
        return (await CasesAsync(served, 2, Step.CompanyRegistration))[3];
    }
}
