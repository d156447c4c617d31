using System.Net;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Inbound;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

/// <summary>What a company sees of the files that it sent by mail, and how they become drafts.</summary>
public sealed class MyMailTests(WonRound won) : IClassFixture<WonRound>
{
    [Fact]
    public async Task File_ThatCameByMail_BecomesADraftOfTheDocumentThatTheCompanyChose()
    {
        var id = won.Take();
        var mail = await ReceiveAsync(id, SenderProof.None);
        using var company = await won.OpenAsync(id);
        Assert.Contains((await company.GetAsync(company.Path())).QuerySelectorAll("a"), a => a.GetAttribute("href") == company.Path("/mails"));
        Assert.Contains((await company.GetAsync(company.Path("/forms/company"))).QuerySelectorAll("a"), a => a.GetAttribute("href") == company.Path("/mails"));

        var page = await company.GetAsync(company.Path("/mails"));
        var file = mail.Files[0];
        var form = $"form[action$='{file.Sha256}']";
        var slot = page.QuerySelectorAll($"{form} option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        var refused = await company.SubmitAsync(page, form, ("slot", "document-99"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Empty(await FilesAsync(id));
        var taken = await company.SubmitAsync(page, form, ("slot", slot));

        Assert.Equal((HttpStatusCode.SeeOther, company.Path("/forms/company#evidence-heading")), (taken.Status, taken.Location));
        var held = Assert.Single(await FilesAsync(id));
        Assert.Equal((file.Sha256, slot, false), (held.Held.File.Sha256, held.Held.File.Slot, held.Filed));
        Assert.Contains("下書きに加えました", (await company.GetAsync(company.Path("/mails"))).Body!.TextContent, StringComparison.Ordinal);

        // What it takes off its draft again is among its drafts no more.
        await won.WithAsync<EvidenceService, EvidenceAnswer>(e => e.RemoveAsync(id, held.Held.Number));
        Assert.DoesNotContain("下書きに加えました", (await company.GetAsync(company.Path("/mails"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(page, form, ("slot", slot))).Status);
        Assert.Contains("下書きに加えました", (await company.GetAsync(company.Path("/mails"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ForACorrection_IsAddedWithoutAChoiceOfDocuments()
    {
        var id = won.Take();
        await won.DoAsync(id, at => new CaseCommand.RegisterCompany(at, Sample.Web(at, $"f-{id}")));
        await won.DoAsync(id, at => new CaseCommand.RequestCorrection(at, Sample.Flaws));
        await ReceiveAsync(id, SenderProof.None);
        using var company = await won.OpenAsync(id);

        var page = await company.GetAsync(company.Path("/mails"));

        Assert.Empty(page.QuerySelectorAll("main select"));
        Assert.DoesNotContain("書類の種類", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(page, "form[action*='/mails/']")).Status);
        Assert.Contains("下書きに加えました", (await company.GetAsync(company.Path("/mails"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatTheOfficeTook_IsSaidToBeTakenAndOfferedNoMore()
    {
        var id = won.Take();
        var mail = await ReceiveAsync(id, SenderProof.None);
        await won.WithAsync<IRecords, InboundMail?>(r => r.ChangeAsync(
            InboundRows.Mail(mail.Id), m => m! with { Files = [.. m.Files.Select(f => f with { EvidenceAt = m.ReceivedAt, EvidenceBy = "伊藤" })] }));
        using var company = await won.OpenAsync(id);

        var page = await company.GetAsync(company.Path("/mails"));

        Assert.Contains("事務局が書類として受け取りました", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main li form"));
    }

    [Fact]
    public async Task File_OfAnotherCompany_OrOfADoubtfulSender_IsNotOffered()
    {
        var (id, other) = (won.Take(), won.Take());
        var own = await ReceiveAsync(id, SenderProof.None);
        var forged = await ReceiveAsync(other, new("fail", null, "fail"));
        using var company = await won.OpenAsync(other);

        var page = await company.GetAsync(company.Path("/mails"));
        Assert.Empty(page.QuerySelectorAll("main li form"));
        var fields = CompanyBrowser.FieldsOf(page.QuerySelector("form")!);
        foreach (var mail in new[] { own, forged })
        {
            var answer = await company.PostAsync(company.Path($"/mails/{mail.Id}/files/{mail.Files[0].Sha256}"), fields);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Empty(await FilesAsync(other));
    }

    [Fact]
    public void Slot_ByTheNameOfAFile_IsTheOneItSharesMostWith()
    {
        var form = FilingForms.Of(Sample.R7, CaseEvolution.Fold(Story.Won), FormKey.Of(CaseEvolution.Fold(Story.Won))!.Value, new(2025, 7, 2))!;
        var slots = DocumentSlots.Of(form);

        foreach (var slot in slots)
            Assert.Equal(slot, DocumentSlots.Fitting(slots, $"2025_{slot.Field.Label}.pdf"));
        Assert.Null(DocumentSlots.Fitting(slots, "scan0001.pdf"));
        Assert.Null(DocumentSlots.Fitting([slots[0], slots[0]], $"{slots[0].Field.Label}.pdf"));
    }

    private async Task<InboundMail> ReceiveAsync(CaseId id, SenderProof proof)
    {
        var to = await won.WithAsync<ReplyAddresses, string?>(r => r.OfAsync(id));
        var raw = Eml.Parts(
            "multipart/mixed", "Content-Type: text/plain; charset=utf-8\n\n書類を送ります",
            $"Content-Type: application/pdf\nContent-Disposition: attachment; filename=a-{id}.pdf\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(SampleFiles.Pdf()));
        return await won.WithAsync<InboundService, InboundMail>(
            s => s.ReceiveAsync(new(raw, won.Now) { From = "a@b.example", To = [to!], Proof = proof }));
    }

    private Task<IReadOnlyList<ListedFile>> FilesAsync(CaseId id) =>
        won.WithAsync<EvidenceService, IReadOnlyList<ListedFile>>(e => e.ListAsync(id));
}
