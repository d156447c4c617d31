using System.Net;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>The forms after the company's registration, without script.</summary>
public sealed class LaterFilingPageTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Form = FilingWay.Form;
    private const string Preview = FilingWay.Preview;

    [Fact]
    public async Task Project_WholeWay_ShowsAmountTrackAndExampleAndRegistersTheItems()
    {
        using var company = await round.OpenPassedAsync();
        var page = await company.GetAsync(company.Path("/forms/project"));

        var calculated = await company.SubmitAsync(page, Form, [("do", "calculate"), .. Filled.Project]);
        var again = await company.GetAsync(company.Path("/forms/project"));
        var (_, filed) = await FilingWay.FileAsync(company, "project", Filled.Project);

        Assert.Equal(company.Path("/forms/project#amount"), calculated.Location);
        Assert.Contains(
            "合計により、支給額は320,000円です。", again.QuerySelector("[data-amount]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("賃金引上げの項目を含むため", again.QuerySelector("[data-amount]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "始業を10:30に繰り下げます(例2)", again.QuerySelector("[data-verdict=rest-1]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "要件を満たします", again.QuerySelector("[data-verdict=wage-1]")!.TextContent, StringComparison.Ordinal);
        var project = (await round.StateAsync(company.Case)).Project!;
        Assert.Equal([1, 2, 15], project.Items);
        Assert.Contains(
            "支給額は320,000円です。", (await company.GetAsync(filed.Location!)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item-2", null, "item-15", null, "2項目以上を選んでください。")]
    [InlineData("plan-1", "", null, null, "「①の計画」を入力してください。")]
    [InlineData("wage-1-after", "210199", null, null,
        "1人目: 賃上げ額は210,199円−200,000円=10,199円、必要な額は60円×月170時間=10,200円で、1円不足しています。対象から外すか、額を確かめてください。")]
    [InlineData("rest-1-hours", "10.5", null, null, "全職種: 休息時間を11時間以上にしてください(入力は10時間30分)。")]
    [InlineData("rest-1-existing", "11", null, null, "全職種: 既に11時間以上の制度があるため対象になりません。11時間未満の制度を延長する場合が対象です。")]
    [InlineData("rest-1-overlap", "overtimeBan", null, null, "全職種: 残業を禁止する時刻を入力してください。")]
    [InlineData("rest-1-overlap", "overtimeBan", "rest-1-ban", "22:30",
        "全職種: 残業を禁止する時刻から翌日の始業までが10時間30分で、休息時間11時間に足りません。時刻を早めてください。")]
    public async Task Project_ThatTheRulesRefuse_SaysWhatIsWrong(
        string field, string? value, string? other, string? second, string text)
    {
        using var company = await round.OpenPassedAsync();
        var page = await company.GetAsync(company.Path("/forms/project"));
        var fields = CompanyBrowser.Change(
            CompanyBrowser.FieldsOf(page.QuerySelector(Form)!), [("do", "preview"), .. Filled.Project]);

        var answer = await company.PostAsync(
            company.Path("/forms/project"), fields,
            other is null ? [(field, value)] : [(field, value), (other, second)]);

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
        var (preview, filed) = await FilingWay.FileAsync(
            company, "correction-1", [("answer-1", "差し替えました。"), ("answer-2", "署名しました。")]);
        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Contains("受付印のある写しを提出してください。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["「誓約書」を入力してください。"], empty.Errors);
        Assert.Null((await round.StateAsync(company.Case)).Correction);
        Assert.Contains("補正(1回目)の回答を受け付けました", (await company.GetAsync(filed.Location!)).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(filed.Location, again.Location);
    }

    [Fact]
    public async Task Claim_WholeWayBeforeStaffRecordedTheVisits_IsTaken()
    {
        using var company = await round.OpenPassedAsync();
        await FilingWay.FileAsync(company, "project", Filled.Project);
        var form = await company.GetAsync(company.Path("/forms/claim"));
        // What has yet to begin cannot be claimed: all of it was made and begun on this day.
        var early = await company.SubmitAsync(form, Form, [("do", "preview"), .. Filled.Claim]);
        Assert.Contains("まだ申請できません", early.Page.Body!.TextContent, StringComparison.Ordinal);
        var preview = await company.SubmitAsync(
            early.Page, Form, [("do", "preview"), .. Filled.ClaimOn(JapanTime.DateOf(round.Now))]);

        var filed = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        var claim = (await round.StateAsync(company.Case)).Claim!;
        Assert.Equal("1, 2, 15 and 1", $"{string.Join(", ", claim.Items)} and {claim.Persons}");
        var receipts = (await company.GetAsync(company.Path())).QuerySelectorAll(".steps a").Select(a => a.TextContent);
        Assert.Equal(["企業情報の登録の受付票を見る", "奨励金対象事業の登録の受付票を見る", "支給申請の受付票を見る"], receipts);
    }
}
