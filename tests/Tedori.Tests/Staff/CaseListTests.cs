using System.Net;
using System.Text;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;

namespace Tedori.Tests.Staff;

public sealed class CaseListTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Search_ByReceiptNumber_FindsTheCaseAndIsLogged()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        var page = await aoki.PageAsync("/staff/cases?q=r7-01-00003");

        Assert.Equal("/staff/cases/r7-01-00003", Assert.Single(page.QuerySelectorAll("tbody a")).GetAttribute("href"));
        Assert.Contains(await served.AuditAsync(AuditActions.ViewCases, "-"), e => e.Detail == "?q=r7-01-00003");
    }

    [Fact]
    public async Task Filters_All_AreKeptInTheFormAndNarrowTheList()
    {
        var listing = (await served.ListAsync(new(Round: 1))).First(c => c.Outcome is not null);
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        var page = await aoki.PageAsync($"/staff/cases?round=1&outcome={listing.Outcome}&order=Name&page=1");

        Assert.Equal("1", page.QuerySelector("#round option[selected]")!.GetAttribute("value"));
        Assert.Equal("Name", page.QuerySelector("#order option[selected]")!.GetAttribute("value"));
        var all = await served.ListAsync(new(Round: 1, Outcome: listing.Outcome));
        Assert.Equal(Math.Min(50, all.Count), page.QuerySelectorAll("tbody tr").Length);
        Assert.StartsWith($"{all.Count}件", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=-1")]
    [InlineData("?page=99999999999")]
    [InlineData("?round=x&step=7&outcome=,&track=Plain,Wage&order=&correction=?")]
    [InlineData("?q=%00%FF%3Cscript%3E")]
    public async Task Query_Odd_ShowsAList(string query)
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        var page = await aoki.PageAsync("/staff/cases" + query);

        Assert.Equal("申請", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll("script"), s => Assert.StartsWith("/assets/staff.js", s.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filter_Saved_IsThereForItsMemberOnlyAndCanBeRemoved()
    {
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        using var ueda = await StaffClient.SignInAsync(served, "dev-ueda");
        var form = (await ito.PageAsync("/staff/cases?round=1&step=EligibilityReview")).QuerySelectorAll("form[action='/staff/filters']")[^1];

        using var saved = await ito.SubmitAsync(form, ("name", "第1回の審査"));
        var kept = (await ito.PageAsync("/staff/cases")).QuerySelector("form[action='/staff/filters'] a")!;
        var others = (await ueda.PageAsync("/staff/cases")).QuerySelector("form[action='/staff/filters'] a");
        using var removed = await ito.SubmitAsync(kept.Closest("form")!, ("remove", "1"));
        var after = (await ito.PageAsync("/staff/cases")).QuerySelector("form[action='/staff/filters'] a");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal("/staff/cases?round=1&step=EligibilityReview", kept.GetAttribute("href"));
        Assert.Null(others);
        Assert.Null(after);
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
    }

    [Fact]
    public async Task Filter_WithoutName_IsRefused()
    {
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync("/staff/cases")).QuerySelectorAll("form[action='/staff/filters']")[^1];

        using var response = await ito.SubmitAsync(form, ("name", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("条件の名前", (await StaffClient.ParseAsync(response)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfASearch_HasEveryRowTheMarkAndIsLogged()
    {
        var expected = await served.ListAsync(new(Round: 1));
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        using var response = await aoki.GetAsync("/staff/cases.csv?round=1");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes)[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(expected.Select(c => c.Id.ToString()), lines.Skip(1).Select(l => l.Split(',')[0]));
        Assert.NotEmpty(await served.AuditAsync(AuditActions.ExportCases, "-"));
    }

    [Theory]
    [InlineData("propose", "/staff/proposals/new")]
    [InlineData("notify", "/staff/notices/repeat")]
    public async Task Rows_Selected_AreHandedOn(string what, string path)
    {
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync("/staff/cases?round=1")).QuerySelector("form[action='/staff/cases/select']")!;

        using var some = await ito.SubmitAsync(form, ("do", what), ("case", "r7-01-00002"), ("case", "r7-01-00003"));
        using var all = await ito.SubmitAsync(form, ("do", what), ("all", "1"));
        using var none = await ito.SubmitAsync(form, ("do", what));
        var next = await ito.PageAsync(some.Headers.Location!.OriginalString);

        Assert.Equal($"{path}?cases=r7-01-00002%0Ar7-01-00003", some.Headers.Location!.OriginalString);
        Assert.Equal((await served.ListAsync(new(Round: 1))).Count, all.Headers.Location!.OriginalString.Split("%0A").Length);
        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        Assert.Contains("r7-01-00003", next.Body!.InnerHtml, StringComparison.Ordinal);
    }
}
