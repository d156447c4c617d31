using System.Net;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Tests.Cases;

namespace Tedori.Tests.My;

/// <summary>From the empty form to the receipt, without script.</summary>
public sealed class FilingPageTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Form = "#filing";
    private const string Preview = "main form";

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
        Assert.Contains("当選", page.QuerySelector("section[aria-labelledby=draw-proof]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("企業情報の登録", page.QuerySelector(".steps .now h3")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task Registration_WholeWay_GivesAReceiptThatListsEveryFileWithItsDigest()
    {
        using var company = await round.OpenAsync();
        await UploadAsync(company, "会社概要.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
        var before = round.Now;

        var (preview, filed) = await FileAsync(company, "company", Filled.Company);
        var receipt = await company.GetAsync(filed.Location!);

        Assert.Contains("まだ提出されていません", preview.Text, StringComparison.Ordinal);
        var state = await round.StateAsync(company.Case);
        Assert.Equal(Step.EligibilityReview, state.Step);
        Assert.Contains("企業情報の登録を受け付けました", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("会社概要.pdf", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("申請内容.json", receipt.Body!.TextContent, StringComparison.Ordinal);
        var at = NodaTime.Text.InstantPattern.ExtendedIso.Parse(receipt.QuerySelector("main dl time")!.GetAttribute("datetime")!).Value;
        Assert.InRange(at, before, round.Now);
        await AssertContentAsync(company);
    }

    [Fact]
    public async Task Filing_Repeated_LeadsToTheSameReceiptAndFilesOnce()
    {
        using var company = await round.OpenAsync();
        var (preview, filed) = await FileAsync(company, "company", Filled.Company);

        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Equal((HttpStatusCode.SeeOther, filed.Location), (again.Status, again.Location));
        var page = await company.GetAsync(company.Path());
        Assert.Single(page.QuerySelectorAll("a"), a => a.TextContent.Contains("企業情報の登録の受付票", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filing_UnderAnotherKey_IsRefusedAsFiled()
    {
        using var company = await round.OpenAsync();
        var (preview, _) = await FileAsync(company, "company", Filled.Company);

        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"), ("key", "another"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("「企業情報の登録」は既に受理しています。", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAnEmptyForm_NamesEveryFaultAndKeepsWhatWasTyped()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));

        var answer = await company.SubmitAsync(page, Form, ("do", "preview"), ("industry", "<b>建設業</b>"), ("capital", "百万"), ("employees", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("「資本金又は出資の額(円)」は数字だけで入力してください。", answer.Errors);
        Assert.Contains("「常時雇用する従業員数」を入力してください。", answer.Errors);
        Assert.Contains("「労働関係法令を守っています。」を確認し、チェックしてください。", answer.Errors);
        Assert.All(answer.Page.QuerySelectorAll(".errors a"), a => Assert.NotNull(answer.Page.QuerySelector(a.GetAttribute("href")!)));
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

    [Fact]
    public async Task Project_WholeWay_ShowsAmountTrackAndExampleAndRegistersTheItems()
    {
        using var company = await round.OpenPassedAsync();
        var page = await company.GetAsync(company.Path("/forms/project"));

        var calculated = await company.SubmitAsync(page, Form, [("do", "calculate"), .. Filled.Project]);
        var again = await company.GetAsync(company.Path("/forms/project"));
        var (_, filed) = await FileAsync(company, "project", Filled.Project);

        Assert.Equal(company.Path("/forms/project#amount"), calculated.Location);
        Assert.Contains("合計により、支給額は320,000円です。", again.QuerySelector("[data-amount]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("賃金引上げの項目を含むため", again.QuerySelector("[data-amount]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("始業を10:30に繰り下げます(例2)", again.QuerySelector("[data-verdict=rest-1]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("要件を満たします", again.QuerySelector("[data-verdict=wage-1]")!.TextContent, StringComparison.Ordinal);
        var project = (await round.StateAsync(company.Case)).Project!;
        Assert.Equal([1, 2, 15], project.Items);
        Assert.Contains("支給額は320,000円です。", (await company.GetAsync(filed.Location!)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item-2", null, "item-15", null, "2項目以上を選んでください。")]
    [InlineData("plan-1", "", null, null, "「①の計画」を入力してください。")]
    [InlineData("wage-1-after", "210199", null, null, "1人目: 賃上げ額は210,199円−200,000円=10,199円、必要な額は60円×月170時間=10,200円で、1円不足しています。対象から外すか、額を確かめてください。")]
    [InlineData("rest-1-hours", "10.5", null, null, "全職種: 休息時間を11時間以上にしてください(入力は10時間30分)。")]
    [InlineData("rest-1-existing", "11", null, null, "全職種: 既に11時間以上の制度があるため対象になりません。11時間未満の制度を延長する場合が対象です。")]
    [InlineData("rest-1-overlap", "overtimeBan", null, null, "全職種: 残業を禁止する時刻を入力してください。")]
    [InlineData("rest-1-overlap", "overtimeBan", "rest-1-ban", "22:30", "全職種: 残業を禁止する時刻から翌日の始業までが10時間30分で、休息時間11時間に足りません。時刻を早めてください。")]
    public async Task Project_ThatTheRulesRefuse_SaysWhatIsWrong(string field, string? value, string? other, string? second, string text)
    {
        using var company = await round.OpenPassedAsync();
        var page = await company.GetAsync(company.Path("/forms/project"));
        var fields = CompanyBrowser.Change(CompanyBrowser.FieldsOf(page.QuerySelector(Form)!), [("do", "preview"), .. Filled.Project]);

        var answer = await company.PostAsync(
            company.Path("/forms/project"), fields, other is null ? [(field, value)] : [(field, value), (other, second)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([text], answer.Errors);
    }

    [Fact]
    public async Task Correction_AskedItemByItem_IsAnswered()
    {
        using var company = await round.OpenAsync();
        await round.DoAsync(company.Case, at => new CaseCommand.RegisterCompany(at, Sample.Web(at)));
        await round.DoAsync(company.Case, at => new CaseCommand.RequestCorrection(
            at, [new("就業規則", "受付印のある写しを提出してください。"), new("誓約書", "署名してください。")]));

        var page = await company.GetAsync(company.Path());
        var form = await company.GetAsync(company.Path("/forms/correction-1"));
        var empty = await company.SubmitAsync(form, Form, ("do", "preview"), ("answer-1", "差し替えました。"));
        var (preview, filed) = await FileAsync(company, "correction-1", [("answer-1", "差し替えました。"), ("answer-2", "署名しました。")]);
        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Contains("受付印のある写しを提出してください。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["「誓約書」を入力してください。"], empty.Errors);
        Assert.Null((await round.StateAsync(company.Case)).Correction);
        Assert.Contains("補正(1回目)の回答を受け付けました", (await company.GetAsync(filed.Location!)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(filed.Location, again.Location);
    }

    [Fact]
    public async Task Claim_WholeWay_NeedsTheVisitsAndThenIsTaken()
    {
        using var company = await round.OpenPassedAsync();
        await FileAsync(company, "project", Filled.Project);
        var form = await company.GetAsync(company.Path("/forms/claim"));
        var preview = await company.SubmitAsync(form, Form, [("do", "preview"), .. Filled.Claim]);

        var early = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));
        for (var n = 1; n <= 2; n++)
            await round.DoAsync(company.Case, at => new CaseCommand.RecordVisit(at, n, JapanTime.DateOf(at)));
        var filed = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("専門家派遣が2回必要ですが0回です。", early.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        var claim = (await round.StateAsync(company.Case)).Claim!;
        Assert.Equal("1, 2, 15 and 1", $"{string.Join(", ", claim.Items)} and {claim.Persons}");
        var receipts = (await company.GetAsync(company.Path())).QuerySelectorAll(".steps a").Select(a => a.TextContent);
        Assert.Equal(["企業情報の登録の受付票を見る", "奨励金対象事業の登録の受付票を見る", "支給申請の受付票を見る"], receipts);
    }

    private static async Task<(Answer Preview, Answer Filed)> FileAsync(
        CompanyBrowser company, string form, (string Name, string? Value)[] fields)
    {
        var page = await company.GetAsync(company.Path($"/forms/{form}"));
        var preview = await company.SubmitAsync(page, Form, [("do", "preview"), .. fields]);
        Assert.Empty(preview.Errors);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var filed = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        return (preview, filed);
    }

    private static async Task UploadAsync(CompanyBrowser company, string name, string content)
    {
        var page = await company.GetAsync(company.Path("/forms/company"));
        using var form = new MultipartFormDataContent();
        foreach (var field in CompanyBrowser.FieldsOf(page.QuerySelector("form[enctype]")!).Where(f => f.Key != "file"))
            form.Add(new StringContent(field.Value), field.Key);
        form.Add(new ByteArrayContent(Encoding.ASCII.GetBytes(content)), "file", name);
        var answer = await company.PostAsync(company.Path("/files"), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
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
