using System.Net;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Http;

/// <summary>A browser that sent an entry with mistakes is redirected to the form with all that was typed.</summary>
public sealed class EntryAnswersTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Entry_WithMistakes_IsAnsweredBehindARedirectWithAllThatWasTyped()
    {
        using var http = served.NewClient();
        var form = await served.PageAsync("/entry", http);

        using var sent = await Navigation.PostAsync(
            http, "/entry", form, ("company-name", "株式会社見本"), ("action", "confirm"));
        var (status, page) = await Navigation.GetAsync(http, Navigation.AddressOf(sent));
        var (_, again) = await Navigation.GetAsync(http, Navigation.AddressOf(sent));

        Assert.StartsWith("/entry?answer=", Navigation.AddressOf(sent), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotEmpty(page.QuerySelectorAll(".errors li"));
        Assert.Equal("株式会社見本", page.QuerySelector("#company-name")!.GetAttribute("value"));
        Assert.Equal(page.Body!.InnerHtml, again.Body!.InnerHtml);
    }

    [Fact]
    public async Task Entry_KeptForOneBrowser_IsTheEmptyFormForAnother()
    {
        using var http = served.NewClient();
        using var other = served.NewClient();
        await served.PageAsync("/entry", other);
        using var sent = await Navigation.PostAsync(
            http, "/entry", await served.PageAsync("/entry", http), ("company-name", "株式会社見本"), ("action", "confirm"));

        var (status, page) = await Navigation.GetAsync(other, Navigation.AddressOf(sent));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("", page.QuerySelector("#company-name")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Post_ThatIsNoNavigation_IsAnsweredAtOnce()
    {
        using var http = served.NewClient();
        var form = await served.PageAsync("/entry", http);
        using var plain = await Navigation.SendAsync(http, "/entry", form, mode: null, ("action", "confirm"));
        using var script = await Navigation.SendAsync(http, "/entry", form, mode: "cors", ("action", "confirm"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, plain.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, script.StatusCode);
    }
}
