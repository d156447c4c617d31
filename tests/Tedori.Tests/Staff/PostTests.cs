using System.Net;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Evidence;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class PostTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string New = "/staff/post/new";

    [Fact]
    public async Task Envelope_AfterTheDeadline_IsReadByTwoWhoDoNotSeeEachOthersReading()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        var id = (await WaitingAsync())[0];
        var path = await RecordAsync(ito, id, "2025-07-10");

        Assert.Equal(Step.CompanyRegistration, (await CaseAsync(served, id)).State.Step);
        var seen = await ueda.PageAsync(path);
        Assert.DoesNotContain("7月10日", seen.Body!.TextContent, StringComparison.Ordinal);
        using var again = await ito.PostAsync(path, seen, ("postmark", "2025-07-10"));
        Assert.Contains(
            again.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
        using var blind = await ueda.PostAsync(path, seen, ("postmark", "2025-07-10"));
        Assert.Contains(
            "写真をまだ開いていません", (await RefusedAsync(blind)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await OpenPhotoAsync(ueda, seen);
        Followed(await ueda.PostAsync(path, seen, ("postmark", "2025-07-10")));

        var state = (await CaseAsync(served, id)).State;
        Assert.Equal(Step.EligibilityReview, state.Step);
        Assert.Contains("受理済み", (await ueda.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Envelope_ReadDifferently_IsSettledByAnApprover()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        using var endo = await SignInAsync(served, "dev-endo");
        var id = (await WaitingAsync())[^1];
        var path = await RecordAsync(ito, id, "2025-07-10");
        await OpenPhotoAsync(ueda, await ueda.PageAsync(path));
        Followed(await ueda.PostAsync(path, await ueda.PageAsync(path), ("illegible", "yes")));
        var link = (await ito.PageAsync(path)).QuerySelector("main a.button")!.GetAttribute("href")!;
        var form = await ito.PageAsync(link);
        (string, string)[] fields =
        [
            ("kind", "filePost"), ("round", Value(form, "round")), ("post", Value(form, "post")),
            ("date", "2025-07-10"), ("why", "拡大して確認"),
        ];

        var preview = await ParseAsync(
            await ito.PostAsync("/staff/proposals/new", form, [.. fields, ("do", "preview")]));
        var proposal = Followed(await ito.PostAsync(
            "/staff/proposals/new", preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        await RefusedAsync(await endo.PostAsync(proposal, await endo.PageAsync(proposal), ("do", "approve")));
        await OpenPhotoAsync(endo, await endo.PageAsync(path));
        Followed(await endo.PostAsync(proposal, await endo.PageAsync(proposal), ("do", "approve")));
        await served.IdleAsync();

        Assert.Equal(Step.EligibilityReview, (await CaseAsync(served, id)).State.Step);
    }

    [Fact]
    public async Task File_OfAnEnvelopeInWhichAVirusWasFound_IsOpenedByNobody()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        var id = (await WaitingAsync())[2];
        var path = await RecordAsync(ito, id, "2025-07-10");
        var link = (await ueda.PageAsync(path)).QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;
        await served.AskAsync<VirusVerdicts, bool>(async verdicts =>
        {
            await verdicts.RecordAsync(
                id, new(link.Split('/')[^1], VirusFinding.Malicious, served.Clock.Now, "EICAR-Test-File"));
            return true;
        });

        using var response = await ueda.GetAsync(link);

        Assert.Equal((HttpStatusCode.Conflict, null), (response.StatusCode, response.Headers.Location));
    }

    [Fact]
    public async Task Envelope_TypedWithTheInputMethodOn_IsTheSameEnvelope()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = (await WaitingAsync())[1];
        var wide = string.Concat($"{id}".Select(c => (char)(c + 0xFEE0)));

        var path = await RecordAsync(ito, id, "令和７年７月１０日", wide);

        Assert.Contains($"{id}", (await ito.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Envelope_WithADateThatIsNone_NamesTheCharacterAndTheBounds()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = (await WaitingAsync())[0];
        var page = await ito.PageAsync(New);

        var refused = await RefusedAsync(await ito.PostAsync(New, page, ("key", Value(page, "key")), ("case", $"{id}"),
            ("step", "CompanyRegistration"), ("postmark", "7月x日"), ("arrived", "1999-12-31"), ("kind", "簡易書留")));

        Assert.Contains("「x」(U+0078)", refused.QuerySelector("#postmark-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "2000年1月1日から2100年12月31日まで", refused.QuerySelector("#arrived-error")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Envelope_WithoutItsPhoto_IsRefusedAndNothingIsKept()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = (await WaitingAsync())[0];
        var page = await ito.PageAsync(New);

        var refused = await RefusedAsync(await ito.PostAsync(New, page, ("key", Value(page, "key")), ("case", $"{id}"),
            ("step", "CompanyRegistration"),
            ("postmark", "2025-07-10"), ("arrived", "2025-06-20"), ("kind", "簡易書留"), ("shown", "yes"), ("typed", "company"),
            ("asOnPaper", "yes")));

        Assert.NotNull(refused.QuerySelector("#photo-error"));
        Assert.Equal("簡易書留", refused.QuerySelector("#kind")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Envelope_WithoutItsContentTyped_IsNotRecordedButAskedForInTheFormOfTheFiling()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = (await WaitingAsync())[0];
        var page = await ito.PageAsync(New);

        var asked = await RefusedAsync(await ito.PostFilesAsync(New, page, SampleFiles.Photo, Fields(
            page, $"{id}", "2025-07-10", "2025-07-10", [])));

        Assert.NotNull(asked.QuerySelector("#industry"));
        Assert.NotNull(asked.QuerySelector("#declaration-1"));
    }

    [Fact]
    public async Task Envelope_ThatLeavesSomethingOpen_IsRecordedOnlyOnceStaffSaidThatThePaperDoes()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        var id = (await WaitingAsync())[1];
        var page = await ito.PageAsync($"{New}?case={id}");
        (string, string)[] typed =
            [("typed", "company"), ("shown", "yes"),
            .. Filled.Company.Where(f => f.Name != "founded").Select(f => (f.Name, f.Value!))];

        var refused = await RefusedAsync(await ito.PostFilesAsync(New, page, SampleFiles.Photo, Fields(
            page, $"{id}", "2025-07-10", "2025-07-10", typed)));
        Assert.Contains("設立の年月日", refused.QuerySelector("#founded-error")!.TextContent, StringComparison.Ordinal);
        var path = Followed(await ito.PostFilesAsync(New, page, SampleFiles.Photo, Fields(
            page, $"{id}", "2025-07-10", "2025-07-10", [.. typed, ("asOnPaper", "yes")])));
        var seen = await ueda.PageAsync(path);
        await OpenPhotoAsync(ueda, seen);
        Followed(await ueda.PostAsync(path, seen, ("postmark", "2025-07-10")));

        var state = (await CaseAsync(served, id)).State;
        Assert.Equal(Step.EligibilityReview, state.Step);
        Assert.Equal("設立の年月日", Assert.Single(state.Correction!.Items).Subject);
    }

    [Fact]
    public async Task Envelope_WithDocuments_HasABoxForEachAndKeepsTheTicksWithAnError()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = (await WaitingAsync())[0];
        var page = await ito.PageAsync($"{New}?case={id}");

        var refused = await RefusedAsync(await ito.PostFilesAsync(New, page, SampleFiles.Photo, Fields(
            page, $"{id}", "2025-07-10", "2025-07-10", [("typed", "company"), ("shown", "yes"), ("document-2", "yes")])));

        Assert.NotNull(page.QuerySelector("#document-1"));
        Assert.False(refused.QuerySelector("#document-1")!.HasAttribute("checked"));
        Assert.True(refused.QuerySelector("#document-2")!.HasAttribute("checked"));
    }

    private async Task<IReadOnlyList<CaseId>> WaitingAsync()
    {
        await PassRegistrationAsync(served);
        return await CasesAsync(served, 2, Step.CompanyRegistration);
    }

    // What staff open leads to a link that works for two minutes.
    private static async Task OpenPhotoAsync(ActingClient client, AngleSharp.Dom.IDocument page)
    {
        using var response = await client.GetAsync(page.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!);
        using var photo = await client.GetAsync(response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, photo.StatusCode);
    }

    private async Task<string> RecordAsync(
        ActingClient client, CaseId id, string postmark, string? typed = null)
    {
        var page = await client.PageAsync($"{New}?case={id}");
        var today = NodaTime.Text.LocalDatePattern.Iso.Format(JapanTime.DateOf(served.Clock.Now));
        return Followed(await client.PostFilesAsync(New, page, SampleFiles.Photo, Fields(
            page, typed ?? $"{id}", postmark, today,
            [("typed", "company"), ("shown", "yes"), .. Filled.Company.Select(f => (f.Name, f.Value!))])));
    }

    private static (string Name, string Value)[] Fields(
        AngleSharp.Dom.IDocument page, string receipt, string postmark, string arrived, (string Name, string Value)[] more) =>
    [
        ("key", Value(page, "key")), ("case", receipt), ("step", "CompanyRegistration"), ("postmark", postmark),
        ("arrived", arrived), ("kind", "簡易書留"), ("tracking", "123-45-67890-1"), .. more,
    ];
}
