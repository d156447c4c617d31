using System.Net;
using Tedori.Tests.Serve;
using static Tedori.Tests.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class ThrowPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Page = "/staff/rounds/r7-02/throw";

    private static readonly (string, string)[] Typed =
        [("digits", new string('7', 40)), ("date", "2025-06-20"), ("time", "09:30"), ("witnesses", "立会 一郎\n立会 二郎")];

    [Fact]
    public async Task Throw_OfARoundThatWaitsForNone_IsRefusedInWordsAndKeepsWhatWasTyped()
    {
        using var ito = await SignInAsync(served, "dev-ito");

        var page = await RefusedAsync(await ito.PostAsync(Page, await ito.PageAsync(Page), Typed));

        Assert.Contains("立会抽選の結果を待っていません", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("立会 二郎", page.QuerySelector("#witnesses")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throw_WithoutItsTime_IsRefused()
    {
        using var ito = await SignInAsync(served, "dev-ito");

        var page = await RefusedAsync(await ito.PostAsync(Page, await ito.PageAsync(Page), Typed[..1]));

        Assert.Contains("行った日と時刻", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throw_OfAViewer_IsForbidden()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var aoki = await SignInAsync(served, "dev-aoki");

        using var response = await aoki.PostAsync(Page, await ito.PageAsync(Page), Typed);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Announcement_Proposed_ShowsItsEffectFirst()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        (string, string)[] fields =
        [
            ("kind", "announceThrow"), ("round", "r7-02"), ("machine", "抽選器(飯田橋)"), ("date", "2025-06-23"), ("time", "10:00"),
            ("why", "乱数の配信元が止まったとき"), ("do", "preview"),
        ];

        var page = await ParseAsync(await ito.PostAsync(
            "/staff/proposals/new", await ito.PageAsync("/staff/proposals/new?kind=announceThrow&round=r7-02"), fields));

        Assert.Contains("令和7年6月23日(月) 10:00の立会抽選(抽選器(飯田橋))", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
