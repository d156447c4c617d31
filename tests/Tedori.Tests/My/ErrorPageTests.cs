using System.Net;
using AngleSharp.Dom;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>Whoever sends a page of a filing with something wrong in it learns so from its title, and stands at the list of errors.</summary>
public sealed class ErrorPageTests(WonRound round) : IClassFixture<WonRound>
{
    [Theory]
    [InlineData("/forms/company", "#filing", "preview", true)]
    [InlineData("/forms/project", "#filing", "preview", true)]
    [InlineData("/leave/declined", "main form", null, false)]
    [InlineData("/contact", "main form", null, false)]
    public async Task Page_WithErrors_SaysSoInItsTitleAndLeadsToThem(string path, string form, string? button, bool opens)
    {
        using var company = path == "/forms/project" ? await round.OpenPassedAsync() : await round.OpenAsync();
        var page = await company.GetAsync(company.Path(path));
        Assert.DoesNotContain("エラー", page.Title, StringComparison.Ordinal);
        List<(string Name, string? Value)> wrong = [("reason", ""), ("email", "hanako"), ("email-repeat", "")];
        if (button is not null)
            wrong.Add(("do", button));

        var answer = await company.SubmitAsync(page, form, [.. wrong]);
        // Where the browser is sent on, the page that it sees then.
        var shown = answer.Location is { } next ? await company.GetAsync(next, HttpStatusCode.UnprocessableEntity) : answer.Page;

        Assert.True(opens || answer.Status == HttpStatusCode.UnprocessableEntity, $"{answer.Status}");
        Assert.StartsWith("エラー: ", shown.Title, StringComparison.Ordinal);
        Assert.StartsWith("エラー: ", shown.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var errors = shown.GetElementById("errors")!;
        Assert.True(errors.HasAttribute("autofocus") && errors.GetAttribute("tabindex") == "-1");
        Assert.All(errors.QuerySelectorAll("a"), a => Assert.NotNull(shown.QuerySelector(a.GetAttribute("href")!)));
    }
}
