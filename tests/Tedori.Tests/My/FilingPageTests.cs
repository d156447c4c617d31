using System.Net;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>From the empty form to the receipt, without script.</summary>
public sealed class FilingPageTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Form = FilingWay.Form;
    private const string Preview = FilingWay.Preview;

    [Fact]
    public async Task MyPage_OfAWinner_ShowsTheNextDateWithBothChannelsAndOneButton()
    {
        using var company = await round.OpenAsync();

        var page = await company.GetAsync(company.Path());

        var lead = page.QuerySelector(".lead")!.TextContent;
        Assert.Contains("次の期限: 企業情報の登録", lead, StringComparison.Ordinal);
        Assert.Contains($"{JapaneseDate.Full(WonRound.Registration)} 17:00", lead, StringComparison.Ordinal);
        Assert.Contains("電子申請は17:00より前にサーバーが受信したもの、郵送は当日の消印があるものが有効です。", lead, StringComparison.Ordinal);
        var button = Assert.Single(page.QuerySelectorAll("main a.button"));
        Assert.Equal(company.Path("/forms/company"), button.GetAttribute("href"));
        Assert.Contains(
            "当選", page.QuerySelector("section[aria-labelledby=draw-proof]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("企業情報の登録", page.QuerySelector(".steps .now h3")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task Registration_WholeWay_GivesAReceiptThatListsEveryFileWithItsDigest()
    {
        using var company = await round.OpenAsync();
        await FilingWay.UploadAsync(company, "company", "会社概要.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
        var before = round.Now;

        var (preview, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);
        var receipt = await company.GetAsync(filed.Location!);

        Assert.Contains("まだ提出されていません", preview.Text, StringComparison.Ordinal);
        var state = await round.StateAsync(company.Case);
        Assert.Equal(Step.EligibilityReview, state.Step);
        Assert.Contains("企業情報の登録を受け付けました", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("会社概要.pdf", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("申請内容.json", receipt.Body!.TextContent, StringComparison.Ordinal);
        var at = NodaTime.Text.InstantPattern.ExtendedIso.Parse(
            receipt.QuerySelector("main dl time")!.GetAttribute("datetime")!).Value;
        Assert.InRange(at, before, round.Now);
        await AssertContentAsync(company);
    }

    [Fact]
    public async Task Filing_Repeated_LeadsToTheSameReceiptAndFilesOnce()
    {
        using var company = await round.OpenAsync();
        var (preview, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);

        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Equal((HttpStatusCode.SeeOther, filed.Location), (again.Status, again.Location));
        var page = await company.GetAsync(company.Path());
        Assert.Single(page.QuerySelectorAll("a"), a => a.TextContent.Contains("企業情報の登録の受付票", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filing_WithOtherContentUnderTheSameKey_IsRefusedAndNotShownTheReceipt()
    {
        using var company = await round.OpenAsync();
        var (preview, _) = await FilingWay.FileAsync(company, "company", Filled.Company);

        var other = await company.SubmitAsync(preview.Page, Preview, ("do", "file"), ("industry", "製造業"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("「企業情報の登録」は既に受理しています。", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filing_UnderAnotherKey_IsRefusedAsFiled()
    {
        using var company = await round.OpenAsync();
        var (preview, _) = await FilingWay.FileAsync(company, "company", Filled.Company);

        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"), ("key", "another"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("「企業情報の登録」は既に受理しています。", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAnEmptyForm_NamesEveryFaultAndKeepsWhatWasTyped()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));

        var answer = await company.SubmitAsync(
            page, Form, ("do", "preview"), ("industry", "<b>建設業</b>"), ("capital", "百万"), ("employees", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(answer.Errors, e => e.StartsWith(
            "「資本金又は出資の額(円)」を読み取れません。「百」(U+767E)は使えません。", StringComparison.Ordinal));
        Assert.Contains("「常時雇用する従業員数」を入力してください。", answer.Errors);
        Assert.Contains("「労働関係法令を守っています。」を確認し、チェックしてください。", answer.Errors);
        Assert.All(answer.Page.QuerySelectorAll(".errors a"),
            a => Assert.NotNull(answer.Page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal("<b>建設業</b>", answer.Page.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Equal("true", answer.Page.QuerySelector("#capital")!.GetAttribute("aria-invalid"));
        Assert.Equal(Step.CompanyRegistration, (await round.StateAsync(company.Case)).Step);
    }

    [Fact]
    public async Task File_WithFaultsInTheRequestItself_FilesNothing()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));
        var preview = await company.SubmitAsync(page, Form, [("do", "preview"), .. Filled.Company]);

        var answer = await company.SubmitAsync(preview.Page, Preview, ("do", "file"), ("insured", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["「都内で6か月以上雇用保険に加入している従業員数」は1から300までの数字で入力してください。"], answer.Errors);
        Assert.Empty((await round.StateAsync(company.Case)).Filed);
    }

    [Theory]
    [InlineData("project", "現在の段階は「企業情報の登録」のため、「奨励金対象事業の登録」はできません。")]
    [InlineData("claim", "現在の段階は「企業情報の登録」のため、「支給申請」はできません。")]
    [InlineData("correction-1", "補正(1回目)の依頼はありません。")]
    public async Task Form_OfAnotherStep_IsRefused(string form, string text)
    {
        using var company = await round.OpenAsync();

        var page = await company.GetAsync(company.Path($"/forms/{form}"), HttpStatusCode.Conflict);

        Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task AssertContentAsync(CompanyBrowser company)
    {
        var page = await company.GetAsync(company.Path());
        var link = page.QuerySelectorAll("td a").Single(a => a.TextContent == "申請内容.json");
        var digest = link.GetAttribute("href")!.Split('/')[^1];
        var bytes = await company.Http.GetByteArrayAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var paper = TedoriJson.Read<FilingPaper>(Encoding.UTF8.GetString(bytes));
        Assert.Equal((company.Case, "情報サービス業"), (paper.CaseId, paper.Answers["industry"]));
    }
}
