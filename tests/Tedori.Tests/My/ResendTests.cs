using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using NodaTime;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>A token or a session that has ended loses nothing that was typed.</summary>
public sealed class ResendTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Plan = "全社員にフレックスタイム制を設けます。";

    [Fact]
    public async Task Post_WithATokenThatFitsNoMore_ComesBackWithEverythingAndIsThenTaken()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/contact"));

        var answer = await PostAsync(company, page, "same-origin", ("token", "stale"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("まだ送信されていません", answer.Page.Title, StringComparison.Ordinal);
        Assert.Contains(Plan, answer.Text, StringComparison.Ordinal);
        var again = await company.SubmitAsync(answer.Page, "main form");
        Assert.NotEqual(HttpStatusCode.BadRequest, again.Status);
        Assert.NotEqual(HttpStatusCode.Forbidden, again.Status);
    }

    [Fact]
    public async Task Post_AfterTheSessionEnded_ComesBackWithEverythingAndIsTakenOnceTheLinkWasOpened()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));
        await round.AdvanceToAsync(round.Now + Duration.FromHours(9));

        var answer = await company.SendAsync(Request(
            company, page.QuerySelector("#filing")!, "same-origin",
            [("do", "save"), .. Filled.Company.Where(f => f.Name != "business"), ("business", Plan)]));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(Plan, answer.Text, StringComparison.Ordinal);
        await company.FollowAsync(await round.LinkAsync(company.Case));
        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(answer.Page, "main form")).Status);
        var kept = await company.GetAsync(company.Path("/forms/company"));
        Assert.Contains(Plan, kept.QuerySelector("#filing")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithoutScriptAfterTheSessionEnded_ComesBackWithWhatWasTypedAndIsThenSaved()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));
        await round.AdvanceToAsync(round.Now + Duration.FromHours(9));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in CompanyBrowser.Change(CompanyBrowser.FieldsOf(page.QuerySelector("#filing")!), ("business", Plan))
            .Where(f => !f.Key.StartsWith("file", StringComparison.Ordinal)))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent([0x25, 0x50, 0x44, 0x46]), "file.document-1", "写し.pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(company.Path("/files"), UriKind.Relative));
        request.Content = content;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        var answer = await company.SendAsync(request);
        await company.FollowAsync(await round.LinkAsync(company.Case));
        var again = await company.SubmitAsync(answer.Page, "main form");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(Plan, answer.Text, StringComparison.Ordinal);
        Assert.Contains("ファイルを選んでいたときは", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Page.QuerySelectorAll("[name^=file]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(Plan, again.Page.QuerySelector("#business")!.TextContent, StringComparison.Ordinal);
        var kept = await company.GetAsync(company.Path("/forms/company"));
        Assert.Contains(Plan, kept.QuerySelector("#business")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("")]
    public async Task Post_FromAnotherSite_IsNotGivenAToken(string site)
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/contact"));

        var answer = await PostAsync(company, page, site, ("token", "stale"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain(Plan, answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Autosave_WithATokenThatFitsNoMore_IsToldTheNewOne()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));
        var form = page.QuerySelector("#filing")!;
        using var request = Request(company, form, "same-origin", [("token", "stale")], company.Path("/forms/company/draft"));
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var answer = await company.Http.SendAsync(request);

        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("token", told.RootElement.GetProperty("status").GetString());
        var value = told.RootElement.GetProperty("value").GetString();
        using var next = Request(company, form, "same-origin", [("token", value)], company.Path("/forms/company/draft"));
        using var saved = await company.Http.SendAsync(next);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    [Fact]
    public async Task TokenCookie_ForWhoComesByALink_IsLax()
    {
        using var http = round.Served.NewClient();
        using var answer = await http.GetAsync(new Uri("/lost-link", UriKind.Relative));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("tedori-form", StringComparison.Ordinal));
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<Answer> PostAsync(
        CompanyBrowser company, IDocument page, string site, params (string Name, string? Value)[] changes) =>
        company.SendAsync(Request(
            company, page.QuerySelector("main form")!, site, [.. changes, ("contact-name", Plan)]));

    private static HttpRequestMessage Request(
        CompanyBrowser company, IElement form, string site, (string Name, string? Value)[] changes, string? path = null)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(path ?? form.GetAttribute("action") ?? company.Path(), UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(CompanyBrowser.Change(CompanyBrowser.FieldsOf(form), changes)),
        };
        if (site.Length > 0)
            request.Headers.Add("Sec-Fetch-Site", site);
        return request;
    }
}
