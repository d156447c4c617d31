using System.Net;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.My;

/// <summary>A change of contact that nobody confirmed in time is over, and can be asked for again.</summary>
public sealed class ContactExpiryTests(WonRound round) : IClassFixture<WonRound>
{
    private static readonly (string Name, string? Value)[] Change =
        [("name", "見本 次郎"), ("email", "jiro@example.jp"), ("email2", "jiro@example.jp"), ("phone", "03-0000-0001")];

    [Fact]
    public async Task Change_WhoseLinksExpire_SaysSoAndIsMailedAgain()
    {
        using var company = await round.OpenAsync();
        await AskAsync(company);
        await round.AdvanceToAsync(Tokyo.At("2025-07-02T10:00:00") + ContactChange.Lifetime + NodaTime.Duration.FromMinutes(30));

        using var later = await round.OpenAsync(company.Case);
        var over = await later.GetAsync(later.Path("/contact"));
        await AskAsync(later);
        var anew = await later.GetAsync(later.Path("/contact"));
        await round.Served.IdleAsync();

        Assert.Contains("jiro@example.jpへの変更は、確認のリンクの有効期限までに完了しませんでした。", over.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("まだ完了していません", over.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("jiro@example.jpへの変更は、まだ完了していません。", anew.Body!.TextContent, StringComparison.Ordinal);
        var sent = await round.WithAsync<CaseHistory, IReadOnlyList<SentNotice>>(history => history.SentAsync(company.Case));
        Assert.Equal(4, sent.Count(s => s.Notice.Kind == NoticeKind.ContactConfirmation));
    }

    private static async Task AskAsync(CompanyBrowser company)
    {
        var page = await company.GetAsync(company.Path("/contact"));
        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(page, "main form", Change)).Status);
    }
}
