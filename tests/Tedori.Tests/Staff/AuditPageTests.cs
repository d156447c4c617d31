using System.Net;
using Tedori.Functions.Staff.Audit;
using Tedori.Functions.Staff.Post;
using Tedori.Programme.Post;
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

    [Fact]
    public async Task Csv_OfTheLog_HasWordsForItsReadersAndKeepsTheCodes()
    {
        AuditEntry[] entries =
        [
            new(served.Clock.Now, "dev-aoki", "青木", "::1", AuditActions.RecordPost, "r7-01-00005", EnvelopeState.AwaitingApprover.ToString(), "recordedBefore", null),
            new(served.Clock.Now, "dev-aoki", "青木", "::1", AuditActions.Propose, "r7-01", null, "carryPlaces", null, Intent: true),
        ];

        var rows = await AuditColumns.Rows(entries.ToAsyncEnumerable()).Select(r => r.Select(c => c.ToString()).ToList()).ToListAsync();

        Assert.Equal(["対象の名称", "前コード", "後コード"], rows[0][^3..]);
        Assert.Equal(
            [EnvelopeLabels.Of(EnvelopeState.AwaitingApprover), "記録済み", "", "r7-01-00005", "AwaitingApprover", "recordedBefore"], rows[1][7..]);
        Assert.Equal(["", "(着手)", "", "r7-01 第1回", "", "carryPlaces"], rows[2][7..]);
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
