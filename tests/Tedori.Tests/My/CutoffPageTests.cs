using System.Globalization;
using System.Net;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Tests.Languages;
using Tedori.Workflows.Drafts;

namespace Tedori.Tests.My;

/// <summary>
/// The last half hour, 17:00, and what is left afterwards. One story, because time only goes forward.
/// </summary>
public sealed class CutoffPageTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Cutoff_FromHalfPastFourToTheNextMorning_CountsWhatArrivedInTimeAndKeepsTheRest()
    {
        await round.AdvanceToAsync(At("16:00:00"));
        using var quiet = await round.OpenAsync();
        using var punctual = await round.OpenAsync();
        using var late = await round.OpenAsync();
        using var holding = await round.OpenAsync();
        Assert.Empty((await quiet.GetAsync(quiet.Path())).QuerySelectorAll(".banner"));

        await round.AdvanceToAsync(At("16:41:00"));
        await AssertBannerAsync(quiet);
        var ready = await PreviewAsync(punctual, "情報サービス業");
        var held = await PreviewAsync(holding, "小売業");
        var tardy = await PreviewAsync(late, "建設業");

        await round.AdvanceToAsync(At("16:59:30"));
        await using var flying = await InFlightAsync(punctual, ready);
        await using var back = await InFlightAsync(holding, held);
        await round.AdvanceToAsync(At("17:00:20"));
        await AssertCountsAsync(punctual, await flying.FinishAsync());
        await AssertLateAsync(late, tardy);
        await AssertPostAsync(late);
        await AssertSafeCopyAsync(late);
        await round.AdvanceToAsync(At("17:02:00"));
        Assert.StartsWith("HTTP/1.1 409", await back.FinishAsync(), StringComparison.Ordinal);
        Assert.Equal(Step.CompanyRegistration, (await round.StateAsync(holding.Case)).Step);

        await round.AdvanceToAsync(JapanTime.At(WonRound.Registration.PlusDays(1), new(9, 0)));
        using var next = await round.OpenAsync(late.Case);
        var page = await next.GetAsync(next.Path("/forms/company"));
        Assert.Contains("消印)も過ぎています", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task AssertBannerAsync(CompanyBrowser company)
    {
        foreach (var below in new[] { "", "/forms/company" })
        {
            var banner = (await company.GetAsync(company.Path(below))).QuerySelector(".banner")!;
            var minutes = int.Parse(banner.QuerySelector("[data-minutes]")!.TextContent, CultureInfo.InvariantCulture);
            Assert.InRange(minutes, 17, 19);
            Assert.Contains("電子申請の締切(本日17:00)まで、あと", banner.TextContent, StringComparison.Ordinal);
            Assert.Equal("2025-07-10T08:00:00Z", banner.GetAttribute("data-deadline"));
        }
    }

    private async Task AssertCountsAsync(CompanyBrowser company, string answer)
    {
        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        Assert.Equal(Step.EligibilityReview, (await round.StateAsync(company.Case)).Step);
        var location = answer.Split("\r\n")
            .Single(l => l.StartsWith("Location: ", StringComparison.Ordinal))["Location: ".Length..];
        var receipt = (await company.GetAsync(location)).Body!.TextContent;
        Assert.Contains("16:59:", receipt, StringComparison.Ordinal);
    }

    private async Task AssertLateAsync(CompanyBrowser company, Answer preview)
    {
        var answer = await company.SubmitAsync(preview.Page, "main form", ("do", "file"), ("business", "間際に直した内容"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("17:00で終了しました。この申請は提出されていません。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("控えとして保存しています", answer.Text, StringComparison.Ordinal);
        var state = await round.StateAsync(company.Case);
        Assert.Equal((Step.CompanyRegistration, 0), (state.Step, state.Filed.Count));
        var mine = await company.GetAsync(company.Path());
        Assert.Contains("電子申請の受付は終了しました: 企業情報の登録", mine.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task AssertPostAsync(CompanyBrowser company)
    {
        var form = await company.GetAsync(company.Path("/forms/company"));
        Assert.Empty(form.QuerySelectorAll("#filing"));
        Assert.Contains("本日", form.Body!.TextContent, StringComparison.Ordinal);
        var cover = await company.GetAsync(form.QuerySelector("main a.button")!.GetAttribute("href")!);
        Assert.Contains(
            company.Case.ToString(), cover.QuerySelector(".sheet .big")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("〒102-0072", cover.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"バーコード {company.Case}", cover.QuerySelector("svg.barcode")!.GetAttribute("aria-label"));
        Assert.Contains("□ 誓約書", cover.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("建設業", cover.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        // What the office reads stays Japanese; what is said around it is in the language of the reader.
        var address = form.QuerySelector("main a.button")!.GetAttribute("href")!;
        foreach (var code in new[] { "ja-easy", "en" })
        {
            CasePageTests.Choose(company, code);
            CasePageTests.AssertIn(code, await company.GetAsync(address));
        }
    }

    private async Task AssertSafeCopyAsync(CompanyBrowser company)
    {
        var copies = await round.WithAsync<DraftService, List<SafeCopy>>(async service =>
        {
            var all = new List<SafeCopy>();
            await foreach (var copy in service.SafeCopiesAsync())
                all.Add(copy);
            return all;
        });

        var kept = Assert.Single(copies, c => c.CaseId == company.Case);
        Assert.Equal((company.Case, true), (kept.CaseId, kept.SavedInTime));
        Assert.Equal("ソフトウェアの開発", kept.Draft.Answers()["business"]);
    }

    private static async Task<Answer> PreviewAsync(CompanyBrowser company, string industry)
    {
        var page = await company.GetAsync(company.Path("/forms/company"));
        var preview = await company.SubmitAsync(page, "#filing",
            [("do", "preview"), .. Filled.Company.Where(f => f.Name != "industry"), ("industry", industry)]);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        return preview;
    }

    // Sends the head of the request, and waits until the server asks for the body: then it has received the request.
    private async Task<Flight> InFlightAsync(CompanyBrowser company, Answer preview)
    {
        var form = preview.Page.QuerySelector("main form")!;
        using var content = new FormUrlEncodedContent(
            CompanyBrowser.Change(CompanyBrowser.FieldsOf(form), ("do", "file")));
        return await Flight.BeginAsync(
            round.Served.Http.BaseAddress!, form.GetAttribute("action")!,
            company.CookiesFor(form.GetAttribute("action")!),
            await content.ReadAsByteArrayAsync());
    }

    private static Instant At(string time) => Tokyo.At(WonRound.Registration, time);
}
