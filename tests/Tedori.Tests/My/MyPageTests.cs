using Tedori.Testing.Companies;
using Tedori.Workflows.Access;

namespace Tedori.Tests.My;

/// <summary>What a company sees of its case on its page.</summary>
public sealed class MyPageTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Notices_OfSeveralKinds_StandWithTheLatestFirst()
    {
        using var company = await round.OpenAsync();
        var state = await round.StateAsync(company.Case);
        await round.WithAsync<LinkService, bool>(async links =>
        {
            await links.SendAgainAsync(company.Case, state.Entry.Email, round.Now);
            return true;
        });
        await round.Served.IdleAsync();

        var page = await company.GetAsync(company.Path());

        var subjects = page.QuerySelectorAll("main ul a[href*='/notices/']").Select(a => a.TextContent).ToList();
        Assert.Contains("マイページのリンク", subjects[0], StringComparison.Ordinal);
        Assert.Contains("事前エントリーを受け付けました", subjects[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_OfTheNextDeadline_HasItsReasonOneClickAway()
    {
        using var company = await round.OpenAsync();

        var page = await company.GetAsync(company.Path());

        var reason = page.QuerySelector(".lead details.reason")!;
        Assert.Equal("この日付の根拠", reason.QuerySelector("summary")!.TextContent);
        Assert.Contains("一律に定められた日です。", reason.TextContent, StringComparison.Ordinal);
        Assert.Contains("募集要項1(4)", reason.TextContent, StringComparison.Ordinal);
    }
}
