using System.Net;
using Tedori.Testing.Companies;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Tests.My;
using Tedori.Workflows.Audit;

namespace Tedori.Tests.Http;

/// <summary>A browser that sent something is redirected to its answer: Back and Reload send nothing again.</summary>
public sealed class KeptAnswersTests(WonRound round) : IClassFixture<WonRound>
{
    private ServedFolder Served => round.Served;

    [Fact]
    public async Task Preview_OfAFiling_IsKeptForTheSessionAndFilesFromThere()
    {
        using var company = await round.OpenAsync();
        using var other = await round.OpenAsync();
        var form = await company.GetAsync(company.Path("/forms/company"));

        using var sent = await Navigation.PostAsync(
            company.Http, company.Path("/forms/company"), form,
            [.. Filled.Company.Select(f => (f.Name, f.Value ?? "")), ("do", "preview")]);
        var preview = await company.GetAsync(Navigation.AddressOf(sent));
        using var elsewhere = await other.Http.GetAsync(new Uri(Navigation.AddressOf(sent), UriKind.Relative));
        var filed = await company.SubmitAsync(preview, FilingWay.Preview, ("do", "file"));

        Assert.Contains("まだ提出されていません", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        // As Back does: still there, and sending it once more leads to the same receipt.
        var back = await company.GetAsync(Navigation.AddressOf(sent));
        var again = await company.SubmitAsync(back, FilingWay.Preview, ("do", "file"));
        Assert.Equal(filed.Location, again.Location);
    }

    [Fact]
    public async Task Form_OfAFilingWithMistakes_IsTheFormItselfWithWhatWasSavedSince()
    {
        using var company = await round.OpenAsync();
        var path = company.Path("/forms/company");
        var form = await company.GetAsync(path);

        using var sent = await Navigation.PostAsync(
            company.Http, path, form, ("industry", "製造業"), ("capital", "百万"), ("do", "preview"));
        Assert.Equal((HttpStatusCode.SeeOther, $"{path}?check=1"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        var (status, faulty) = await Navigation.GetAsync(company.Http, $"{path}?check=1");
        var saved = await company.SubmitAsync(faulty, FilingWay.Form, ("industry", "建設業"), ("do", "save"));
        var (_, again) = await Navigation.GetAsync(company.Http, $"{path}?check=1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("true", faulty.QuerySelector("#capital")!.GetAttribute("aria-invalid"));
        Assert.Equal("製造業", faulty.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal("建設業", again.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Equal("百万", again.QuerySelector("#capital")!.GetAttribute("value"));
        Assert.NotEmpty(again.QuerySelectorAll(".errors li"));
    }

    [Theory]
    [InlineData("/staff/notices/repeat?case={0}", "/staff/notices/repeat")]
    [InlineData("/staff/proposals/new?kind=extend", "/staff/proposals/new")]
    [InlineData("/staff/post/new", "/staff/post/new")]
    [InlineData("/staff/cases/{0}", "/staff/cases/{0}/notes")]
    public async Task Form_OfStaff_IsAnsweredBehindARedirectThatIsTheirsAlone(string page, string target)
    {
        using var company = await round.OpenAsync();
        using var ito = await StaffClient.SignInAsync(Served, "dev-ito");
        using var endo = await StaffClient.SignInAsync(Served, "dev-endo");
        var form = await ito.PageAsync(page.Replace("{0}", $"{company.Case}", StringComparison.Ordinal));

        using var sent = await Navigation.PostAsync(
            ito.Http, target.Replace("{0}", $"{company.Case}", StringComparison.Ordinal), form,
            ("case", $"{company.Case}"), ("kind", "extend"));
        var address = Navigation.AddressOf(sent);
        var (status, answer) = await Navigation.GetAsync(ito.Http, address);
        Assert.Contains(await Served.AuditAsync(AuditActions.ViewAnswer, "-"), e => e.By == "dev-ito");
        using var elsewhere = await endo.GetAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotEmpty(answer.QuerySelectorAll(".errors li, .error"));
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        using var away = Served.NewClient();
        using var stranger = await away.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Contains(stranger.StatusCode, (HttpStatusCode[])[HttpStatusCode.SeeOther, HttpStatusCode.MethodNotAllowed]);
    }
}
