using System.Net;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Inbound;

/// <summary>What staff take of a mail through the console.</summary>
public sealed class AttemptPagesTests(FolderWithAttempts served) : IClassFixture<FolderWithAttempts>
{
    [Fact]
    public async Task Attempt_ThatAnotherPersonApproves_IsFiledAndTheNextFileIsTakenForTheReview()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        await PassRegistrationAsync(served);
        var id = (await CasesAsync(served, 2, Step.CompanyRegistration))[0];
        var mail = await ReceiveAsync(id, "誓約書.pdf", Tokyo.At("2025-07-10T16:59:00"));

        var form = await ito.PageAsync($"/staff/mails/{mail.Id}/attempt");
        Assert.Equal("document-6", form.QuerySelector("#file-0 option[selected]")!.GetAttribute("value"));
        (string, string)[] typed = [("step", "CompanyRegistration"), ("file-0", "document-6")];
        var asked = await RefusedAsync(await ito.PostAsync($"/staff/mails/{mail.Id}/attempt", form, typed));
        Assert.NotNull(asked.QuerySelector("#industry"));
        var path = Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/attempt", form, [.. typed, ("typed", "company"), ("asOnPaper", "yes"), .. Filled.Company.Select(f => (f.Name, f.Value!))]));

        // Whoever recorded it may forget to propose: the day's list says what waits.
        var waiting = (await ito.PageAsync("/staff")).QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains($"{id} ", StringComparison.Ordinal)).ToList();
        Assert.Equal(path, Assert.Single(waiting, r => r.TextContent.Contains("郵便待ち", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href"));
        Assert.Single(waiting, r => r.TextContent.Contains("提出の試みとして登録されています", StringComparison.Ordinal));
        var page = await ito.PageAsync(path);
        var proposing = await ito.PageAsync(page.QuerySelector("main a.button")!.GetAttribute("href")!);
        (string, string)[] fields =
        [
            ("kind", "judgeAttempt"), ("round", Value(proposing, "round")), ("post", Value(proposing, "post")), ("accepted", "yes"),
            ("because-text", "締切前に届き、書類がそろっている"), ("why", "確認した"),
        ];
        var preview = await ParseAsync(await ito.PostAsync("/staff/proposals/new", proposing, [.. fields, ("do", "preview")]));
        var proposal = Followed(await ito.PostAsync("/staff/proposals/new", preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        await RefusedAsync(await endo.PostAsync(proposal, await endo.PageAsync(proposal), ("do", "approve")));
        await endo.PageAsync($"/staff/mails/{mail.Id}");
        Followed(await endo.PostAsync(proposal, await endo.PageAsync(proposal), ("do", "approve")));
        await served.IdleAsync();

        var (state, filing) = ((await CaseAsync(served, id)).State, await FilingAsync<CaseEvent.CompanyRegistered>(id));
        Assert.Equal(Step.EligibilityReview, state.Step);
        Assert.Equal(new Receipt.Electronic(Tokyo.At("2025-07-10T16:59:00")), filing.Receipt);
        Assert.Equal("document-6", Assert.Single(filing.Files, f => f.Sha256 == mail.Files[0].Sha256).Slot);

        var second = await ReceiveAsync(id, "就業規則.pdf", served.Clock.Now);
        page = await ito.PageAsync($"/staff/mails/{second.Id}");
        // The review runs and asks for no correction: there is no form that a draft could be filed with.
        var draft = await RefusedAsync(await ito.PostAsync($"/staff/mails/{second.Id}/files/{second.Files[0].Sha256}", page));
        Assert.Contains("いま提出する書類はない", draft.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        var wrong = await RefusedAsync(await ito.PostAsync($"/staff/mails/{second.Id}/files/{second.Files[0].Sha256}/evidence", page, ("slot", "document-99")));
        Assert.Contains("書類の種類", wrong.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Followed(await ito.PostAsync($"/staff/mails/{second.Id}/files/{second.Files[0].Sha256}/evidence", page, ("slot", "document-5"), ("do", "take")));
        Assert.Contains("書類として受け取りました", (await ito.PageAsync($"/staff/mails/{second.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("差出人と異なります", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("メール、受信", (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("就業規則.pdf", (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempt_AfterTheDeadline_IsRefusedWithTheTwoTimesBeforeAnythingIsTyped()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        await PassRegistrationAsync(served);
        var id = (await CasesAsync(served, 2, Step.CompanyRegistration))[1];
        var mail = await ReceiveAsync(id, "誓約書.pdf", Tokyo.At("2025-07-10T17:00:00"));

        using var shown = await ito.GetAsync($"/staff/mails/{mail.Id}/attempt");
        Assert.Equal(HttpStatusCode.Conflict, shown.StatusCode);
        Assert.Contains("17:00に届いています", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = await RefusedAsync(await ito.PostAsync($"/staff/mails/{mail.Id}/attempt", await ito.PageAsync($"/staff/mails/{mail.Id}"),
        [
            ("step", "CompanyRegistration"), ("file-0", "other"), ("typed", "company"), ("asOnPaper", "yes"),
            .. Filled.Company.Select(f => (f.Name, f.Value!)),
        ]));

        Assert.Contains("17:00に届いています", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await CaseAsync(served, id)).State.Envelopes);
    }

    [Fact]
    public async Task Attempt_OfAMailOfNoCase_IsRefused()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var mail = await served.AskAsync<InboundService, InboundMail>(
            s => s.ReceiveAsync(new(Eml.Of("From: x@y.example\nSubject: x\n\nx"), served.Clock.Now)));

        using var response = await ito.GetAsync($"/staff/mails/{mail.Id}/attempt");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    private async Task<Filing> FilingAsync<T>(CaseId id)
        where T : CaseEvent =>
        (await served.AskAsync<CaseFileReader, CaseFile?>(r => r.ReadAsync(id)))!.Filings.Single(f => f.Event.Event is T).Filing;

    private async Task<InboundMail> ReceiveAsync(CaseId id, string name, NodaTime.Instant at)
    {
        var to = (await served.AskAsync<ReplyAddresses, string?>(r => r.OfAsync(id)))!;
        return await served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(new(Eml.Of(
            $"From: a@company.example\nTo: {to}\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain; charset=utf-8\n\n提出します。\n--b\nContent-Type: application/pdf\n"
            + $"Content-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(name)}\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(SampleFiles.Pdf(name)) + "\n--b--\n"), at)
        { To = [to] }));
    }
}
