using System.Net;
using NodaTime;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>A session lasts eight hours of the system's own clock.</summary>
public sealed class SessionTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Session_AfterEightHours_AsksForTheLinkAgain()
    {
        using var company = await round.OpenAsync();
        var opened = round.Now;
        await round.AdvanceToAsync(opened + Duration.FromHours(7));
        await company.GetAsync(company.Path());

        await round.AdvanceToAsync(opened + Duration.FromHours(8) + Duration.FromSeconds(1));
        var page = await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);

        Assert.Contains("マイページを開けません", page.Title, StringComparison.Ordinal);
    }
}
