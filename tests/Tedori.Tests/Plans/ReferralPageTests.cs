using System.Net;
using Tedori.Programme;
using Tedori.Testing.Companies;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;

namespace Tedori.Tests.Plans;

/// <summary>Staff record to what a company was led, and count it; the company sees what fits.</summary>
public sealed class ReferralPageTests(WonRound round) : IClassFixture<WonRound>
{
    private ServedFolder Served => round.Served;

    [Fact]
    public async Task MyPage_OfAWinner_NamesMeasuresWithReasonsAndAddresses()
    {
        using var company = await round.OpenAsync();

        var page = await company.GetAsync(company.Path());

        Assert.NotNull(page.GetElementById("referrals"));
        Assert.InRange(page.QuerySelectorAll("main li > a[href^='/plan/r7/']").Length, 1, 5);
        Assert.Contains("取組を進めるとき、働き方改革の相談窓口を利用できます。", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referral_Recorded_StandsOnTheCaseInTheLogAndInTheCounts()
    {
        var id = round.Take();
        using var ito = await StaffClient.SignInAsync(Served, "dev-ito");

        using var response = await RecordAsync(ito, id, "r7-4-tokyo-u", "chamber");

        Assert.Equal(
            (HttpStatusCode.SeeOther, $"/staff/cases/{id}#referrals"),
            (response.StatusCode, response.Headers.Location?.OriginalString));
        var shown = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("#referrals ~ .timeline")!.TextContent;
        Assert.Contains("育児・介護・治療と仕事の両立の支援(専門家派遣・奨励金)(東京都)", shown, StringComparison.Ordinal);
        Assert.Contains("案内: 東京商工会議所", shown, StringComparison.Ordinal);
        Assert.Contains("伊藤 健", shown, StringComparison.Ordinal);
        var entries = await Served.AuditAsync(AuditActions.RecordReferral, id.ToString());
        Assert.Equal([true, null], entries.Select(e => e.Intent));
        Assert.All(entries, e => Assert.Equal("r7-4-tokyo-u", e.Detail));
        Assert.Equal("chamber", entries[^1].After);
        var row = await CountsAsync(ito, "/plan/r7/4/tokyo/u");
        Assert.True(row.All >= 1 && row.Chamber >= 1 && row.All == row.Office + row.Chamber, $"{row}");
    }

    [Fact]
    public async Task Referral_RecordedTwice_IsOneAndTheFirstStays()
    {
        var id = round.Take();
        using var ito = await StaffClient.SignInAsync(Served, "dev-ito");
        var before = await CountsAsync(ito, "/plan/r7/6/tokyo/a");

        using var first = await RecordAsync(ito, id, "r7-6-tokyo-a", "office");
        using var again = await RecordAsync(ito, id, "r7-6-tokyo-a", "chamber");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, again.StatusCode));
        Assert.Equal((before.All + 1, before.Office + 1, before.Chamber), await CountsAsync(ito, "/plan/r7/6/tokyo/a"));
        Assert.Equal("recordedBefore", (await Served.AuditAsync(AuditActions.RecordReferral, id.ToString()))[^1].After);
    }

    [Theory]
    [InlineData("", "office", "measure")]
    [InlineData("r7-9-tokyo-a", "office", "measure")]
    [InlineData("r7-1-tokyo-u", "office", "measure")]
    [InlineData("r8-1-tokyo-a", "office", "measure")]
    [InlineData("r7-1-tokyo-a", "", "led")]
    [InlineData("r7-1-tokyo-a", "somebody", "led")]
    public async Task Referral_ToNothing_IsRefusedWithASentence(string measure, string led, string field)
    {
        using var ito = await StaffClient.SignInAsync(Served, "dev-ito");

        using var response = await RecordAsync(ito, WonRound.Shared, measure, led);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await StaffClient.ParseAsync(response);
        Assert.EndsWith("選んでください。", page.GetElementById($"{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".errors a[href='#{field}']"));
    }

    [Fact]
    public async Task Referral_ByAViewer_IsNotOfferedAndRefused()
    {
        using var aoki = await StaffClient.SignInAsync(Served, "dev-aoki");

        Assert.Null((await aoki.PageAsync($"/staff/cases/{WonRound.Shared}")).QuerySelector("form[action$='/referrals']"));
        using var response = await aoki.PostAsync($"/staff/cases/{WonRound.Shared}/referrals", []);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Statistics_Saved_HaveARowForEachMeasureBesidesTheProgramme()
    {
        using var aoki = await StaffClient.SignInAsync(Served, "dev-aoki");
        using var file = await aoki.GetAsync("/staff/referrals.csv");

        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + 44, lines.Length);
        Assert.Contains("計画,分野,行うところ,記号,番号,取組,件数,事務局,東京商工会議所,最後の記録", lines[0], StringComparison.Ordinal);
        Assert.Contains(await Served.AuditAsync(AuditActions.ViewReferrals, "-"), e => e is { By: "dev-aoki", Detail: "CSV" });
        Assert.NotNull((await aoki.PageAsync("/staff/rounds")).QuerySelector("a[href='/staff/referrals']"));
    }

    private static async Task<HttpResponseMessage> RecordAsync(StaffClient member, CaseId id, string measure, string led)
    {
        var form = (await member.PageAsync($"/staff/cases/{id}")).QuerySelector("form[action$='/referrals']")!;
        return await member.SubmitAsync(form, ("measure", measure), ("led", led));
    }

    private static async Task<(int All, int Office, int Chamber)> CountsAsync(StaffClient member, string path)
    {
        var row = (await member.PageAsync("/staff/referrals")).QuerySelector($"tr:has(a[href='{path}'])")!;
        var numbers = row.QuerySelectorAll("td.number").Select(c => int.Parse(
            c.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers[1], numbers[2]);
    }
}
