using System.Net;
using NodaTime;
using Tedori.Functions.Staff.Cases;
using Tedori.Functions.Staff.Dossiers;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Serialization;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Staff;

public sealed class CasePageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Case_Shown_TellsItsEventsInWordsAndIsLogged()
    {
        var folder = await served.FolderWithFilesAsync();
        var id = folder.State.Id.ToString();
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        var page = await aoki.PageAsync($"/staff/cases/{id}");

        Assert.Contains(
            folder.State.Entry.CompanyName, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            folder.Events.Select(e => CaseEventLabels.Title(e.Event)).Reverse(),
            page.QuerySelectorAll("#timeline ~ .timeline b").Select(b => b.TextContent));
        Assert.Contains("すべて照合済み", page.Body!.TextContent, StringComparison.Ordinal);
        var entry = (await served.AuditAsync(AuditActions.ViewCase, id)).Last(e => e.By == "dev-aoki");
        Assert.Equal("127.0.0.1", entry.From.Replace("::ffff:", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case_ShownToAViewer_HasNoForms()
    {
        var folder = await served.FolderWithFilesAsync();
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        var page = await aoki.PageAsync($"/staff/cases/{folder.State.Id}");

        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("r7-01-99999")]
    [InlineData("r9-01-00001")]
    [InlineData("r7-77-00001")]
    [InlineData("x")]
    public async Task Case_ThatIsNot_IsNotFound(string id)
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        using var response = await aoki.GetAsync($"/staff/cases/{id}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Note_Added_StandsOnThePageAsWrittenAndInTheLog()
    {
        var id = (await served.FolderWithFilesAsync()).State.Id.ToString();
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("form[action$='/notes']")!;

        using var response = await ito.SubmitAsync(form, ("note", "電話で<b>確認</b>した"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await ito.PageAsync($"/staff/cases/{id}");
        Assert.Contains(page.QuerySelectorAll("#notes ~ .timeline pre"), p => p.TextContent == "電話で<b>確認</b>した");
        Assert.Equal("電話で<b>確認</b>した", (await served.AuditAsync(AuditActions.AddNote, id))[^1].After);
    }

    [Fact]
    public async Task Note_Empty_IsRefusedWithASentenceAndNothingIsAdded()
    {
        var folder = await served.FolderWithFilesAsync();
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync($"/staff/cases/{folder.State.Id}")).QuerySelector("form[action$='/notes']")!;

        using var response = await ito.SubmitAsync(form, ("note", "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("1文字以上", (await StaffClient.ParseAsync(response)).QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(folder.Notes.Count, (await served.FolderAsync(folder.State.Id)).Notes.Count);
    }

    [Fact]
    public async Task Assignment_AfterAColleagueAssigned_TellsAndKeepsTheColleagues()
    {
        var id = (await served.FolderWithFilesAsync(1)).State.Id;
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        using var ueda = await StaffClient.SignInAsync(served, "dev-ueda");
        await ueda.PageAsync("/staff");
        var seenByUeda = (await ueda.PageAsync($"/staff/cases/{id}")).QuerySelector("#assignment")!;
        var seenByIto = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("#assignment")!;

        using var first = await ito.SubmitAsync(seenByIto, ("reviewer", "dev-ito"));
        using var second = await ueda.SubmitAsync(seenByUeda, ("reviewer", "dev-ueda"));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("伊藤 健", (await StaffClient.ParseAsync(second)).QuerySelector("#reviewer-error")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("dev-ito", (await served.FolderAsync(id)).Assignment?.Reviewer);
        Assert.Contains(await served.ListAsync(new(Reviewer: "dev-ito")), c => c.Id == id);
    }

    [Fact]
    public async Task Assignment_ToAViewer_IsRefused()
    {
        var id = (await served.FolderWithFilesAsync(2)).State.Id;
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");
        await aoki.PageAsync("/staff");
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("#assignment")!;

        using var response = await ito.SubmitAsync(form, ("reviewer", "dev-aoki"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Null((await served.FolderAsync(id)).Assignment);
    }

    [Fact]
    public async Task Checklist_Ticked_SaysWhoAndWhenAndCanBeTakenBack()
    {
        var id = (await served.FolderWithFilesAsync()).State.Id;
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("form[action$='/checklist']")!;
        var entry = form.QuerySelector("input[name=done]")!.GetAttribute("value")!;

        using var ticked = await ito.SubmitAsync(form, ("done", entry));
        var after = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("form[action$='/checklist']")!;
        served.Clock.MoveOnTo(served.Clock.Now + Duration.FromSeconds(1));
        using var taken = await ito.SubmitAsync(after, ("done", "other"));

        Assert.Equal(HttpStatusCode.SeeOther, ticked.StatusCode);
        Assert.Contains("伊藤 健", after.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [true, false], (await served.FolderAsync(id)).Ticks.Where(t => t.Entry == entry).Select(t => t.Done));
    }

    [Fact]
    public async Task File_Opened_IsLoggedAndLeadsToALinkThatReadsIt()
    {
        var folder = await served.FolderWithFilesAsync();
        var (id, file) = (folder.State.Id.ToString(), folder.AllFiles.First());
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        using var response = await aoki.GetAsync($"/staff/cases/{id}/files/{file.Sha256}");
        using var read = await aoki.GetAsync(response.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(file.Size, (await read.Content.ReadAsByteArrayAsync()).Length);
        Assert.StartsWith(
            file.Sha256, (await served.AuditAsync(AuditActions.OpenFile, id))[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_InWhichAVirusWasFound_IsOpenedByNobody()
    {
        var id = (await served.FolderWithFilesAsync(3)).State.Id;
        var uploaded = await served.AskAsync<EvidenceService, EvidenceAnswer>(
            evidence => evidence.ReceiveAsync(id, "規則.pdf", new MemoryStream(SampleFiles.Pdf())));
        var file = Assert.IsType<EvidenceAnswer.Registered>(uploaded).File.File;
        await served.AskAsync<VirusVerdicts, bool>(async verdicts =>
        {
            await verdicts.RecordAsync(id, new(file.Sha256, VirusFinding.Malicious, served.Clock.Now, "EICAR-Test-File"));
            return true;
        });
        var before = (await served.AuditAsync(AuditActions.OpenFile, id.ToString())).Count;
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        using var response = await aoki.GetAsync($"/staff/cases/{id}/files/{file.Sha256}");

        Assert.Equal((HttpStatusCode.Conflict, null), (response.StatusCode, response.Headers.Location));
        Assert.Contains("ウイルスが検出された", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await served.AuditAsync(AuditActions.OpenFile, id.ToString())).Count);
    }

    [Fact]
    public async Task File_FiledByPostInWhichAVirusWasFound_IsOpenedByNobodyAndLeftOutOfTheDossier()
    {
        var now = served.Clock.Now;
        var id = (await ActingClient.CasesAsync(served, 1, Step.ProjectRegistration))[^1];
        var kept = await served.AskAsync<IEvidenceStore, EvidenceFile>(
            s => s.PutAsync(id, "郵送.pdf", new MemoryStream([.. SampleFiles.Pdf(), 1, 2, 3])));
        var filing = new Filing(
            $"post-{id}", new Receipt.Post(new(2025, 6, 19), JapanTime.DateOf(now), "簡易書留", null), [kept]);
        Assert.IsType<CaseAnswer.Accepted>(await served.AskAsync<CaseCommandHandler, CaseAnswer>(
            c => c.HandleAsync(id, new CaseCommand.RegisterProject(now, filing, [1, 2]))));
        await served.AskAsync<VirusVerdicts, bool>(async verdicts =>
        {
            await verdicts.RecordAsync(id, new(kept.Sha256, VirusFinding.Malicious, now, "EICAR-Test-File"));
            return true;
        });
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");

        using var response = await ito.GetAsync($"/staff/cases/{id}/files/{kept.Sha256}");
        var page = await ito.PageAsync($"/staff/cases/{id}");
        using var dossier = await ito.GetAsync($"/staff/cases/{id}/dossier.zip");
        using var zip = new System.IO.Compression.ZipArchive(await dossier.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        var manifest = TedoriJson.Read<DossierManifest>(await reader.ReadToEndAsync());

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("ウイルスを検出。開けません", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([kept.Sha256], manifest.Withheld);
        Assert.DoesNotContain(manifest.Entries, e => e.Listed == kept.Sha256);
    }

    [Fact]
    public async Task File_OfAnotherCase_IsNotFound()
    {
        var (mine, other) = (await served.FolderWithFilesAsync(), await served.FolderWithFilesAsync(1));
        var file = other.AllFiles.First(f => mine.AllFiles.All(m => m.Sha256 != f.Sha256));
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        using var response = await aoki.GetAsync($"/staff/cases/{mine.State.Id}/files/{file.Sha256}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
