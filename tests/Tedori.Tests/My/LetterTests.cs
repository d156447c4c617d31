using System.Net;
using Tedori.Functions.Applicants;
using Tedori.Functions.Applicants.MyCase;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Staff;
using Tedori.Tests.Papers;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.My;

/// <summary>A decision is a letter: with number, date, signatory and 教示, to print and as PDF.</summary>
public sealed class LetterTests(WonRound round) : IClassFixture<WonRound>
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2026-03-18T16:00:00");

    public static TheoryData<string> Decisions => ["支給", "不支給"];

    [SkippableFact]
    public async Task Decision_OnItsPage_CanBePrintedAndSaved()
    {
        PdfText.Need();
        using var company = await round.OpenPassedAsync();
        await round.Served.IdleAsync();
        var home = await company.GetAsync(company.Path());
        var path = home.QuerySelectorAll("main ul a[href*='.eligibilityPassed.']").Single().GetAttribute("href")!;

        var page = await company.GetAsync(path);
        using var answer = await company.Http.GetAsync(new Uri($"{path}/letter.pdf", UriKind.Relative));
        var text = await PdfText.JoinedAsync(await answer.Content.ReadAsByteArrayAsync());

        Assert.NotNull(page.QuerySelector("main button.print[data-print]"));
        Assert.NotNull(page.QuerySelector($"main a[href='{path}/letter.pdf']"));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("申請要件の審査を通過しました", text, StringComparison.Ordinal);
        Assert.Contains("公益財団法人東京しごと財団理事長", text, StringComparison.Ordinal);
    }

    // The mail of the entry names no digest: it stands with its notice.
    [Fact]
    public async Task Notice_OfTheEntry_ShowsTheDigestOfItsPosition()
    {
        using var company = await round.OpenAsync();
        var events = await round.Served.AskAsync<CaseHistory, IReadOnlyList<(int Number, CaseEvent Event)>>(h => h.EventsAsync(company.Case));
        var digest = events.Select(e => e.Event).OfType<CaseEvent.Entered>().Single().Digest;
        var home = await company.GetAsync(company.Path());

        var page = await company.GetAsync(
            home.QuerySelectorAll("main ul a[href*='.entryReceived.']").Single().GetAttribute("href")!);

        Assert.Equal(digest, page.QuerySelector("dd.digest")!.TextContent);
    }

    [Fact]
    public async Task Notice_OfNoDecision_HasNoLetter()
    {
        using var company = await round.OpenAsync();
        var home = await company.GetAsync(company.Path());
        var path = home.QuerySelectorAll("main ul a[href*='.resultWon.']").Single().GetAttribute("href")!;

        var page = await company.GetAsync(path);

        Assert.Null(page.QuerySelector("main [data-print]"));
        await company.GetAsync($"{path}/letter.pdf", HttpStatusCode.NotFound);
    }

    [SkippableTheory]
    [MemberData(nameof(Decisions))]
    public async Task Letter_ReadBack_HasNumberDateAddresseeSignatoryReasonsAndHowToObject(string decision)
    {
        PdfText.Need();
        var model = ModelOf(decision);
        var paper = NoticePaper.Of(model.Sent.Notice, model.Edition, model.State.Entry)!;

        var text = await PdfText.JoinedAsync(new PaperPdf(PaperFont.Find(null)).Print(paper));

        Assert.All(
            new[]
            {
                "7東し企働第12号", "令和8年3月18日(水)", "公益財団法人東京しごと財団 理事長", Sample.Form.Address, Sample.Form.CompanyName,
                $"{Sample.Form.Representative} 様", Sample.R7.Name, "受付番号r7-01-00001", Sample.R7.Letters.Appeal!,
                Sample.R7.Contact!.Phone,
            }.Concat(decision == "支給"
                ? ["奨励金460,000円を支給することを決定しました。", "合計により、支給額は460,000円です。", "請求書兼口座振替依頼書"]
                : ["不支給を決定しました。", "実施の記録がありません。"]),
            said => Assert.Contains(said.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.Ordinal));
        Assert.DoesNotContain("文書番号:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("仮定", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_OfANoticeFromBefore_HasTheDateOfItsCauseAndNoSignatory()
    {
        var before = ModelOf("不支給").Sent.Notice with { Paragraphs = ["審査の結果、不支給を決定しました。"], Facts = null, Due = null };

        var letter = DecisionLetter.Of(before)!;

        Assert.Equal((null, "令和8年3月18日(水)", null), (letter.Document, letter.Date, letter.Signatory));
        Assert.Equal(before.Paragraphs, letter.Text);
        Assert.Empty(letter.Facts);
    }

    [Fact]
    public void Letter_OfANoticeFromBeforeTheTable_HasItsNumberDateAndSignatoryOfTheParagraphs()
    {
        var before = ModelOf("不支給").Sent.Notice with
        {
            Paragraphs = ["文書番号: 7東し企働第9号", "日付: 令和8年3月17日(火)", "審査の結果、不支給を決定しました。", "発信者: 理事長"],
            Facts = null,
        };

        var letter = DecisionLetter.Of(before)!;

        Assert.Equal(("7東し企働第9号", "令和8年3月17日(火)", "理事長"), (letter.Document, letter.Date, letter.Signatory));
        Assert.Equal(["審査の結果、不支給を決定しました。"], letter.Text);
    }

    private static NoticeModel ModelOf(string decision)
    {
        CaseEvent e = decision == "支給"
            ? new CaseEvent.GrantDecided(Now, new([1, 15], 3), 460_000, ["合計により、支給額は460,000円です。"], "7東し企働第12号")
            : new CaseEvent.GrantRefused(Now, "実施の記録がありません。", "7東し企働第12号");
        var state = CaseEvolution.Fold([.. Story.ClaimedWage, e]);
        var notice = NoticeComposer.Compose(Sample.R7, state, e, Story.ClaimedWage.Length + 1)!;
        return new(
            new MyFrame(Sample.CaseId, new FormToken("token", "x"), Now, Now), new SentNotice(notice, "1", Now, default, Now), Sample.R7,
            state, [e], new RoundState { Id = Sample.RoundId, Phase = RoundPhase.Released });
    }
}
