using System.Net;
using System.Text.Json;
using Tedori.Functions.Composition;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>What is typed survives the closed tab and another device.</summary>
public sealed class DraftPageTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Saved_WithoutScript_StandsThereOnAnotherDevice()
    {
        using var first = await round.OpenAsync();
        using var second = await round.OpenAsync(first.Case);

        var saved = await first.SubmitAsync(
            await FormAsync(first), "#filing", ("do", "save"), ("business", "一行目\n二行目"));
        var page = await FormAsync(second);

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal("一行目\n二行目", page.QuerySelector("#business")!.TextContent.Trim());
        Assert.Contains("に一時保存しました。まだ提出されていません。", page.QuerySelector("#saved")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "まだ提出されていません", (await second.GetAsync(second.Path())).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_OnTwoDevices_ShowsBothAndAsks()
    {
        using var first = await round.OpenAsync();
        using var second = await round.OpenAsync(first.Case);
        var (mine, theirs) = (await FormAsync(first), await FormAsync(second));

        await second.SubmitAsync(theirs, "#filing", ("do", "save"), ("industry", "製造業"));
        var asked = await first.SubmitAsync(mine, "#filing", ("do", "save"), ("industry", "建設業"));
        var still = (await FormAsync(second)).QuerySelector("#industry")!.GetAttribute("value");
        var kept = await first.SubmitAsync(asked.Page, "main form", ("do", "save"));

        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Equal(["建設業", "製造業"], asked.Page.QuerySelectorAll("tbody td").Select(td => td.TextContent));
        Assert.Contains("まだ何も上書きしていません", asked.Text, StringComparison.Ordinal);
        Assert.Equal("製造業", still);
        Assert.Equal(HttpStatusCode.SeeOther, kept.Status);
        Assert.Equal("建設業", (await FormAsync(second)).QuerySelector("#industry")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Autosave_ByScript_AnswersWithVersionAndWithWhatTheRulesWorkOut()
    {
        using var company = await round.OpenPassedAsync();
        var page = await company.GetAsync(company.Path("/forms/project"));
        var fields = CompanyBrowser.Change(CompanyBrowser.FieldsOf(page.QuerySelector("#filing")!), Filled.Project);

        var (status, first) = await AutosaveAsync(company, "project", fields);
        var (conflict, second) = await AutosaveAsync(
            company, "project", CompanyBrowser.Change(fields, ("plan-1", "別の計画")));

        Assert.Equal(
            (HttpStatusCode.OK, "saved", 1), (status, Text(first, "status"), first.GetProperty("version").GetInt32()));
        Assert.Contains(first.GetProperty("amount").EnumerateArray(), l => l.GetString() == "合計により、支給額は320,000円です。");
        Assert.Contains(
            "例2", first.GetProperty("verdicts").GetProperty("rest-1").GetString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "overtaken"), (conflict, Text(second, "status")));
        Assert.Contains("どちらの内容を使うか選べます", Text(second, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autosave_WithTheTokenInTheHeader_IsTaken()
    {
        using var company = await round.OpenAsync();
        var fields = CompanyBrowser.FieldsOf((await FormAsync(company)).QuerySelector("#filing")!);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(company.Path("/forms/company/draft"), UriKind.Relative));
        request.Headers.Add(RequestServices.TokenHeader, fields.Single(f => f.Key == "token").Value);
        request.Content = new FormUrlEncodedContent(fields.Where(f => f.Key != "token"));

        using var response = await company.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Preview_ThenBack_KeepsEverything()
    {
        using var company = await round.OpenAsync();
        var preview = await company.SubmitAsync(
            await FormAsync(company), "#filing", [("do", "preview"), .. Filled.Company]);

        var back = await company.SubmitAsync(preview.Page, "main form", ("do", "edit"));
        var page = await company.GetAsync(back.Location!);

        Assert.Equal("情報サービス業", page.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#declaration-7")!.HasAttribute("checked"));
    }

    private static Task<AngleSharp.Dom.IDocument> FormAsync(CompanyBrowser company) =>
        company.GetAsync(company.Path("/forms/company"));

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AutosaveAsync(
        CompanyBrowser company, string form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await company.Http.PostAsync(
            new Uri(company.Path($"/forms/{form}/draft"), UriKind.Relative), content);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone());
    }

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
