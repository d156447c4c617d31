using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Testing.Serve;
using Tedori.Workflows.Access;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Editions;

/// <summary>What people see while two years run side by side.</summary>
public sealed class ServedYearsTests(ServedYears served) : IClassFixture<ServedYears>
{
    [Fact]
    public async Task Home_WhileTheSecondYearIsOpen_ShowsItFirstAndTheOtherBelow()
    {
        var page = await served.PageAsync("/");

        Assert.Equal("受付中", page.QuerySelector(".lead .state")!.TextContent);
        Assert.StartsWith(
            "令和8年度 第1回の事前エントリー", page.QuerySelector(".lead p")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(
            ["各回の日程(令和8年度)", "各回の日程(令和7年度)"],
            page.QuerySelectorAll("h2[id^='calendar-']").Select(h => h.TextContent));
        foreach (var way in (string[])["/rounds/r7-10", "/rounds/r8-01"])
            Assert.NotNull(page.QuerySelector($"a[href='{way}']"));
    }

    [Fact]
    public async Task Entry_WhileTheSecondYearIsOpen_IsForIt()
    {
        var page = await served.PageAsync("/entry");

        Assert.Equal("r8-01", page.QuerySelector("input[name='round']")!.GetAttribute("value"));
        Assert.Contains("令和8年度", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_ByItsId_IsThatOfItsYear()
    {
        foreach (var (id, year) in ((string, string)[])[("r7-07", "令和7年度"), ("r8-07", "令和8年度")])
        {
            var page = await served.PageAsync($"/rounds/{id}");
            Assert.Contains(year, page.QuerySelector("main, body")!.TextContent, StringComparison.Ordinal);
        }

        await served.PageAsync("/rounds/r9-07", HttpStatusCode.NotFound);
        using var file = await served.Http.GetAsync(new Uri("/rounds/r7-07/draw.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Theory]
    [InlineData("/rounds/7")]
    [InlineData("/rounds/7/draw.json")]
    public async Task Round_ByItsNumberAlone_IsAChoiceOfYears(string path)
    {
        var page = await served.PageAsync(path, HttpStatusCode.MultipleChoices);

        Assert.Equal(
            ["/rounds/r7-07", "/rounds/r8-07"],
            page.QuerySelectorAll("main li a:first-child").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Calendar_OfAllRounds_HasBothYearsAndSaysWhich()
    {
        var text = await served.Http.GetStringAsync(new Uri("/calendar.ics", UriKind.Relative));
        var calendar = Ical.Net.Calendar.Load(text)!;

        // Seven dates of each round, and the outage of the season.
        Assert.Equal(141, calendar.Events.Count);
        Assert.Single(calendar.Events, e => e.Summary == "システムの障害");
        Assert.Equal(
            70, calendar.Events.Count(e => e.Summary!.StartsWith("令和8年度 第", StringComparison.Ordinal)));
        Assert.Equal(141, calendar.Events.Select(e => e.Uid).Distinct().Count());
    }

    [Fact]
    public async Task Directory_OfBothYears_FindsEachAndTellsThemApart()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<CaseDirectory>();

        var all = await directory.AllAsync(new());
        var seventh = await directory.AllAsync(new() { Edition = "r7" });
        var eighth = await directory.AllAsync(new() { Edition = "r8", Round = 1 });

        Assert.NotEmpty(seventh);
        Assert.NotEmpty(eighth);
        Assert.Equal(all.Count, seventh.Count + eighth.Count);
        Assert.All(eighth, c => Assert.Equal(RoundId.Parse("r8-01"), c.Id.Round));
    }

    [Fact]
    public async Task Link_OfACaseOfEachYear_OpensItsPage()
    {
        foreach (var id in (string[])["r7-10-00001", "r8-01-00001"])
        {
            await using var scope = served.Services.CreateAsyncScope();
            var link = await scope.ServiceProvider.GetRequiredService<CaseAccess>().LinkAsync(CaseId.Parse(id));
            using var http = served.NewClient();
            var page = await served.PageAsync(link!.PathAndQuery, http: http);
            using var form = new FormUrlEncodedContent(page.QuerySelectorAll("main form input[name]")
                .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
            using var opened = await http.PostAsync(new Uri("/my/open", UriKind.Relative), form);
            var own = await served.PageAsync($"/my/{id}", http: http);

            Assert.Contains(id, own.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sweep_OfBothYears_LooksAtEveryRoundAndFindsNothingLate()
    {
        await using var scope = served.Services.CreateAsyncScope();

        var report = await scope.ServiceProvider.GetRequiredService<Sweeper>().SweepAsync();

        Assert.Equal((20, 0, 0), (report.Rounds, report.Late, report.Unsent));
    }

    [Fact]
    public async Task LateResults_OfBothYears_AreNone()
    {
        await using var scope = served.Services.CreateAsyncScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<LateResults>().FindAsync());
    }
}
