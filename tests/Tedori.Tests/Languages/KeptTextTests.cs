using System.Net;
using AngleSharp.Dom;
using Tedori.Testing.Companies;
using Tedori.Tests.My;

namespace Tedori.Tests.Languages;

/// <summary>That choosing a language loses what was typed is said where it does, and nowhere else.</summary>
public sealed class KeptTextTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Preview_WhoseDraftIsSaved_LosesNothing()
    {
        using var company = await round.OpenAsync();
        var preview = await PreviewAsync(company, [.. Filled.Company]);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        AssertKept(company, preview.Page);
    }

    [Fact]
    public async Task Form_ThatIsRefusedAtThePreview_LosesNothing()
    {
        using var company = await round.OpenAsync();
        var refused = await PreviewAsync(company, ("industry", "小売業"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        AssertKept(company, refused.Page);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("一千万", false)]
    public async Task Filing_ThatIsRefused_LosesWhatIsInNoDraft(string? capital, bool kept)
    {
        using var company = await round.OpenAsync();
        var wrong = await PreviewAsync(company, ("industry", "小売業"));
        // A script that sends the form at once, with what the preview has just refused or with something else.
        var fields = CompanyBrowser.FieldsOf(wrong.Page.QuerySelector(FilingWay.Form)!);
        var refused = await company.PostAsync(
            company.Path("/forms/company"), fields,
            [("do", "file"), ("key", "a"), .. capital is null ? [] : new (string, string?)[] { ("capital", capital) }]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        if (kept)
            AssertKept(company, refused.Page);
        else
            Assert.True(Warns(refused.Page));
    }

    [Fact]
    public async Task Form_ThatAnotherWindowOvertook_SaysThatItIsLost()
    {
        using var company = await round.OpenAsync();
        var (first, second) = (await company.GetAsync(company.Path("/forms/company")), await company.GetAsync(company.Path("/forms/company")));
        await company.SubmitAsync(first, FilingWay.Form, ("do", "save"), ("industry", "小売業"));
        var overtaken = await company.SubmitAsync(second, FilingWay.Form, ("do", "save"), ("industry", "製造業"));

        Assert.Equal(HttpStatusCode.Conflict, overtaken.Status);
        Assert.True(Warns(overtaken.Page));
    }

    [Theory]
    [InlineData("/contact", "email", "hanako")]
    [InlineData("/leave/declined", "reason", "")]
    public async Task Form_WithoutADraft_SaysThatItIsLost(string path, string field, string value)
    {
        using var company = await round.OpenAsync();
        var refused = await company.SubmitAsync(await company.GetAsync(company.Path(path)), "main form", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(Warns(refused.Page));
    }

    private static async Task<Answer> PreviewAsync(CompanyBrowser company, params (string Name, string? Value)[] typed) =>
        await company.SubmitAsync(await company.GetAsync(company.Path("/forms/company")), FilingWay.Form, [("do", "preview"), .. typed]);

    private static void AssertKept(CompanyBrowser company, IDocument page)
    {
        Assert.False(Warns(page));
        Assert.Equal(
            company.Path("/forms/company"), page.QuerySelector("header form.languages input[name=page]")!.GetAttribute("value"));
    }

    private static bool Warns(IDocument page) =>
        page.QuerySelector("header")!.TextContent.Contains("入力した内容は残りません", StringComparison.Ordinal);
}
