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
}
