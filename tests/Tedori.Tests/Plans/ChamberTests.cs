using System.Net;
using AngleSharp.Dom;
using Tedori.Testing.Companies;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Plans;

/// <summary>The chamber counts and records to what it led companies, and sees nothing of a case.</summary>
public sealed class ChamberTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Form = "/staff/referrals/new";

    private ServedFolder Served => round.Served;

    [Fact]
    public void Role_OfTheChamber_MayNothingThatTheOfficeMay()
    {
        var member = new StaffMember("x", "x", [StaffRole.Chamber]);

        Assert.Equal([StaffRole.Chamber], Enum.GetValues<StaffRole>().Where(member.Has));
        Assert.False(new StaffMember("x", "x", [StaffRole.Approver, StaffRole.Administrator]).Has(StaffRole.Chamber));
    }

    [Fact]
    public async Task Referral_ByReceiptNumber_IsRecordedAsTheChambersAndCounted()
    {
        var id = round.Take();
        using var sasaki = await StaffClient.SignInAsync(Served, "dev-sasaki");

        using var response = await RecordAsync(sasaki, $" {id.ToString().ToUpperInvariant()} ", "r7-4-tokyo-u");
        var after = await sasaki.PageAsync(response.Headers.Location!.OriginalString);
        var counts = await sasaki.PageAsync("/staff/referrals");

        Assert.Equal((HttpStatusCode.SeeOther, $"{Form}?done={id}"), (response.StatusCode, response.Headers.Location.OriginalString));
        Assert.Equal($"受付番号 {id} への誘導を記録しました。", after.QuerySelector("[role=status].notice")!.TextContent);
        var row = counts.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href='/plan/r7/4/tokyo/u']") is not null);
        Assert.Equal(["1", "0", "1"], row.QuerySelectorAll("td.number").Select(c => c.TextContent));
        var entries = await Served.AuditAsync(AuditActions.RecordReferral, id.ToString());
        Assert.All(entries, e => Assert.Equal(("dev-sasaki", "r7-4-tokyo-u"), (e.By, e.Detail)));
    }

    [Fact]
    public async Task Pages_OfTheChamber_TellNothingOfACompany()
    {
        var state = await round.StateAsync(WonRound.Shared);
        using var sasaki = await StaffClient.SignInAsync(Served, "dev-sasaki");
        using var response = await RecordAsync(sasaki, WonRound.Shared.ToString(), "r7-6-tokyo-a");

        foreach (var path in new[] { Form, response.Headers.Location!.OriginalString, "/staff/referrals" })
        {
            var page = await sasaki.PageAsync(path);
            Assert.All(
                [state.Entry.CompanyName, state.Entry.Email, state.Entry.ContactName, state.Entry.Phone],
                said => Assert.DoesNotContain(said, page.DocumentElement.TextContent, StringComparison.Ordinal));
            Assert.Equal(
                ["/staff/referrals", Form], page.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")).Where(h => h != "/staff/sign-out"));
        }
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/cases")]
    [InlineData("/staff/cases/r7-02-00001")]
    [InlineData("/staff/rounds")]
    [InlineData("/staff/settings")]
    public async Task Page_OfTheOffice_IsRefusedAndSaysWhatIsForTheChamber(string path)
    {
        using var sasaki = await StaffClient.SignInAsync(Served, "dev-sasaki");
        using var response = await sasaki.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var page = await StaffClient.ParseAsync(response);
        Assert.Contains("商工会議所の権限では、支援への誘導の集計", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/staff/referrals", "/staff/referrals/new"], page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("r7-02-99999", "r7-4-tokyo-u", "case")]
    [InlineData("r9-02-00001", "r7-4-tokyo-u", "case")]
    [InlineData("株式会社", "r7-4-tokyo-u", "case")]
    [InlineData("r7-02-00001", "", "measure")]
    [InlineData("r7-02-00001", "r7-1-tokyo-u", "measure")]
    [InlineData("", "", "case", "measure")]
    public async Task Referral_OfNothing_IsRefusedWithASentence(string id, string measure, params string[] fields)
    {
        using var sasaki = await StaffClient.SignInAsync(Served, "dev-sasaki");

        using var response = await RecordAsync(sasaki, id, measure);
        var page = await StaffClient.ParseAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(fields.Select(f => $"#{f}"), page.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("エラー: ", page.Title, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> RecordAsync(StaffClient member, string id, string measure)
    {
        var form = (await member.PageAsync(Form)).QuerySelector($"form[action='{Form}']")!;
        return await member.SubmitAsync(form, ("case", id), ("measure", measure));
    }
}
