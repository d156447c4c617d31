using AngleSharp.Dom;
using Tedori.Programme;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Inbound;

/// <summary>A mail is filed with a case only after it was shown whose that is, what its company will see, and what is sent.</summary>
public sealed class MailFilingPagesTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task First_Post_NamesTheCompanyAndWhatItWillSeeAndFilesNothing()
    {
        var id = (await WaitingAsync())[0];
        var state = (await CaseAsync(served, id)).State;
        var mail = await ReceiveAsync("first", "stranger@elsewhere.example");
        using var ito = await SignInAsync(served, "dev-ito");

        var page = await ShownAsync(ito, mail, $"{id}");

        var confirm = page.QuerySelector("#filing")!.TextContent;
        foreach (var said in (string[])[state.Entry.CompanyName, $"{id}", "第2回", "kisoku.pdf", state.Entry.Email, "異なります", "stranger@elsewhere.example", "送るメールはありません"])
            Assert.Contains(said, confirm, StringComparison.Ordinal);
        Assert.Null((await FoundAsync(mail)).Case);
        Assert.Contains(await UnfiledAsync(), l => l.Id == mail.Id);

        await FileAsync(ito, mail, $"{id}");

        Assert.Equal((id, InboundFiling.Staff), ((await FoundAsync(mail)).Case, (await FoundAsync(mail)).FiledBy));
    }

    [Fact]
    public async Task First_Post_OfTheContactsMail_SaysThatItIsTheContacts()
    {
        var id = (await WaitingAsync())[1];
        var email = (await CaseAsync(served, id)).State.Entry.Email;
        // In doubt, so that it is filed by nobody but staff.
        var mail = await ReceiveAsync("contact", email.ToUpperInvariant(), new("fail", null, null));
        using var ito = await SignInAsync(served, "dev-ito");

        var confirm = (await ShownAsync(ito, mail, $"{id}")).QuerySelector("#filing")!.TextContent;

        Assert.Contains("担当者のアドレス", confirm, StringComparison.Ordinal);
        Assert.Contains("と同じです", confirm, StringComparison.Ordinal);
        Assert.DoesNotContain("異なります", confirm, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_Post_OfADoubtfulMail_SaysThatNoFileIsShownToTheCompany()
    {
        var id = (await WaitingAsync())[1];
        var mail = await ReceiveAsync("forged", "x@elsewhere.example", new("fail", null, null));
        using var ito = await SignInAsync(served, "dev-ito");

        var confirm = (await ShownAsync(ito, mail, $"{id}")).QuerySelector("#filing")!;

        Assert.Contains("添付ファイルは表示しません", confirm.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("kisoku.pdf", confirm.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_Post_OfAMailThatAnotherFiledMeanwhile_SaysSoAndShowsWhatItWouldDoNow()
    {
        var cases = await WaitingAsync();
        var mail = await ReceiveAsync("both", "y@elsewhere.example");
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        var seen = await ShownAsync(ito, mail, $"{cases[2]}");
        await FileAsync(ueda, mail, $"{cases[3]}");

        var refused = await RefusedAsync(await ito.PostAsync($"/staff/mails/{mail.Id}/case", seen, FieldsOf(seen)));

        Assert.Contains("ほかの職員が", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"今の申請({cases[3]})", refused.QuerySelector("#filing")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(cases[3], (await FoundAsync(mail)).Case);
        // What is shown then can be done.
        Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/case", refused, FieldsOf(refused)));
        Assert.Equal(cases[2], (await FoundAsync(mail)).Case);
    }

    [Fact]
    public async Task First_Post_OfAMailWhoseFileIsADraft_NamesTheFileThatIsTakenOff()
    {
        var cases = await WaitingAsync();
        var mail = await ReceiveAsync("draft", "z@elsewhere.example");
        using var ito = await SignInAsync(served, "dev-ito");
        await FileAsync(ito, mail, $"{cases[2]}");
        Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/files/{mail.Files[0].Sha256}", await ito.PageAsync($"/staff/mails/{mail.Id}")));

        var number = (await FoundAsync(mail)).Files[0].TakenAs!.Value;
        Assert.Contains("取り除きます", (await ShownAsync(ito, mail, $"{cases[3]}")).QuerySelector("#filing")!.TextContent, StringComparison.Ordinal);

        await served.AskAsync<EvidenceService, EvidenceAnswer>(e => e.RemoveAsync(cases[2], number));
        Assert.DoesNotContain("取り除きます", (await ShownAsync(ito, mail, $"{cases[3]}")).QuerySelector("#filing")!.TextContent, StringComparison.Ordinal);
        var same = await RefusedAsync(await ito.PostAsync($"/staff/mails/{mail.Id}/case", await ito.PageAsync($"/staff/mails/{mail.Id}"), ("case", $"{cases[2]}")));
        Assert.Contains("すでに", same.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAMailWhoseDraftTheCompanyTookOff_OffersItAgain()
    {
        var id = (await WaitingAsync())[^1];
        var mail = await ReceiveAsync("removed", "w@elsewhere.example");
        using var ito = await SignInAsync(served, "dev-ito");
        await FileAsync(ito, mail, $"{id}");
        var path = $"/staff/mails/{mail.Id}/files/{mail.Files[0].Sha256}";
        Followed(await ito.PostAsync(path, await ito.PageAsync($"/staff/mails/{mail.Id}")));
        Assert.Null((await ito.PageAsync($"/staff/mails/{mail.Id}")).QuerySelector($"form[action='{path}']"));
        var number = (await FoundAsync(mail)).Files[0].TakenAs!.Value;

        await served.AskAsync<EvidenceService, EvidenceAnswer>(e => e.RemoveAsync(id, number));

        var page = await ito.PageAsync($"/staff/mails/{mail.Id}");
        Assert.DoesNotContain(page.QuerySelectorAll(".state"), s => s.TextContent == "下書きに加えました");
        Followed(await ito.PostAsync(path, page));
        Assert.Contains((await ito.PageAsync($"/staff/mails/{mail.Id}")).QuerySelectorAll(".state"), s => s.TextContent == "下書きに加えました");
    }

    // Two clerks: what one has open is of a company that it is of no more.
    [Theory]
    [InlineData("/files/{0}", null)]
    [InlineData("/files/{0}/evidence", "take")]
    [InlineData("/done", null)]
    public async Task Act_OnAMailThatAnotherFiledMeanwhile_IsRefusedAndTouchesNoCompany(string act, string? how)
    {
        var cases = await WaitingAsync();
        var mail = await ReceiveAsync($"meanwhile{act.Length}{how}", "v@elsewhere.example");
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        await FileAsync(ito, mail, $"{cases[2]}");
        var open = await ito.PageAsync($"/staff/mails/{mail.Id}");
        var seen = open.QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        await FileAsync(ueda, mail, $"{cases[3]}");

        var refused = await RefusedAsync(await ito.PostAsync(
            $"/staff/mails/{mail.Id}" + string.Format(System.Globalization.CultureInfo.InvariantCulture, act, mail.Files[0].Sha256),
            open, ("seen", seen), ("do", how ?? ""), ("slot", "")));

        Assert.Contains(how is null ? "ほかの職員が" : "審査中ではない", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        var found = await FoundAsync(mail);
        Assert.Equal((cases[3], null), (found.Case, found.DoneAt));
        Assert.All(found.Files, f => Assert.Null(f.TakenAt));
    }

    [Fact]
    public async Task Refiling_OfAFileThatTheCompanyUploadedItself_LeavesItsDraft()
    {
        var cases = await WaitingAsync();
        var mail = await ReceiveAsync("own", "u@elsewhere.example");
        using var ito = await SignInAsync(served, "dev-ito");
        await FileAsync(ito, mail, $"{cases[2]}");
        var own = Assert.IsType<EvidenceAnswer.Registered>(await served.AskAsync<EvidenceService, EvidenceAnswer>(
            e => e.ReceiveAsync(cases[2], "own.pdf", new MemoryStream(SampleFiles.Pdf("own")), null))).File.Number;
        Followed(await ito.PostAsync($"/staff/mails/{mail.Id}/files/{mail.Files[0].Sha256}", await ito.PageAsync($"/staff/mails/{mail.Id}")));
        Assert.Equal(own, (await FoundAsync(mail)).Files[0].TakenAs);

        Assert.Contains("下書きに残ります", (await ShownAsync(ito, mail, $"{cases[3]}")).QuerySelector("#filing")!.TextContent, StringComparison.Ordinal);
        await FileAsync(ito, mail, $"{cases[3]}");

        Assert.Contains(await served.AskAsync<EvidenceService, IReadOnlyList<ListedFile>>(e => e.ListAsync(cases[2])), l => l.Held.Number == own);
    }

    /// <summary>Files a mail as a browser would: sees what it would do, then does it.</summary>
    internal static async Task FileAsync(ActingClient client, InboundMail mail, string typed)
    {
        var page = await ShownAsync(client, mail, typed);
        Followed(await client.PostAsync($"/staff/mails/{mail.Id}/case", page, FieldsOf(page)));
    }

    private static async Task<IDocument> ShownAsync(ActingClient client, InboundMail mail, string typed)
    {
        using var response = await client.PostAsync($"/staff/mails/{mail.Id}/case", await client.PageAsync($"/staff/mails/{mail.Id}"), ("case", typed));
        var page = await ParseAsync(response);
        Assert.True(response.IsSuccessStatusCode, page.QuerySelector(".errors")?.TextContent);
        return page;
    }

    private static (string, string)[] FieldsOf(IDocument page) =>
    [
        .. page.QuerySelectorAll("#filing input[type=hidden]").Where(i => i.GetAttribute("name") != "token")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)),
        ("do", page.QuerySelector("#filing button")!.GetAttribute("value")!),
    ];

    private Task<InboundMail> ReceiveAsync(string name, string from, Programme.Inbound.SenderProof? proof = null) =>
        served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(new(Eml.Of(
            $"From: {from}\nSubject: {name}\nMessage-ID: <{name}@elsewhere.example>\nMIME-Version: 1.0\nContent-Type: application/pdf; name=kisoku.pdf\n"
            + $"Content-Disposition: attachment; filename=kisoku.pdf\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(SampleFiles.Pdf(name))}\n"),
            served.Clock.Now)
        { To = ["office@tedori.example"], Proof = proof ?? Programme.Inbound.SenderProof.None }));

    private async Task<InboundMail> FoundAsync(InboundMail mail) =>
        (await served.AskAsync<InboundService, InboundMail?>(s => s.FindAsync(mail.Id)))!;

    private Task<IReadOnlyList<InboundLine>> UnfiledAsync() =>
        served.AskAsync<InboundService, IReadOnlyList<InboundLine>>(s => s.UnfiledAsync());

    private async Task<IReadOnlyList<CaseId>> WaitingAsync()
    {
        await PassRegistrationAsync(served);
        return await CasesAsync(served, 2, Step.CompanyRegistration);
    }
}
