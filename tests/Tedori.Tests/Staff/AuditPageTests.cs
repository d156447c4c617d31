using System.Net;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;

namespace Tedori.Tests.Staff;

public sealed class AuditPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Log_FilteredBySubject_ShowsWhoSawTheCase()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");
        await aoki.PageAsync("/staff/cases/r7-01-00004");
        using var kato = await StaffClient.SignInAsync(served, "dev-kato");

        var page = await kato.PageAsync("/staff/audit?subject=r7-01-00004&action=viewCase");

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("青木 花", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("申請を表示", row.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await served.AuditAsync(AuditActions.ViewAudit, "-"));
    }

    [Fact]
    public async Task Csv_OfTheLog_HasWhatThePageShows()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");
        await aoki.PageAsync("/staff/cases/r7-01-00005");
        using var endo = await StaffClient.SignInAsync(served, "dev-endo");

        var csv = await endo.Http.GetStringAsync(new Uri("/staff/audit.csv?subject=r7-01-00005", UriKind.Relative));

        Assert.Contains(",dev-aoki,", Assert.Single(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=2025-06-21&to=2025-06-20")]
    [InlineData("?from=2023-01-01&to=2025-06-20")]
    public async Task Log_OverTooManyDays_IsRefusedWithASentence(string query)
    {
        using var endo = await StaffClient.SignInAsync(served, "dev-endo");

        var page = await endo.PageAsync("/staff/audit" + query, HttpStatusCode.UnprocessableEntity);
        using var csv = await endo.GetAsync("/staff/audit.csv" + query);

        Assert.Contains("366日以内", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, csv.StatusCode);
    }
}
