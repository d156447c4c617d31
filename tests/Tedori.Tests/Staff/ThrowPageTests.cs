using System.Net;
using Tedori.Testing.Serve;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class ThrowPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Page = "/staff/rounds/r7-02/throw";
    private const string Any = "/staff/post/new";

    private static readonly (string, string)[] Typed =
        [("digits", new string('7', 40)), ("date", "2025-06-20"), ("time", "09:30"), ("witnesses", "立会 一郎\n立会 二郎")];

    [Fact]
    public async Task Throw_OfARoundThatWaitsForNone_IsRefusedInWordsAndKeepsWhatWasTyped()
    {
        using var ito = await SignInAsync(served, "dev-ito");

        var empty = await ito.PageAsync(Page);
        var page = await RefusedAsync(await ito.PostFilesAsync(Page, await ito.PageAsync(Any), "minutes", [1], Typed));

        Assert.Contains("いまは立会抽選の結果を待っていません", empty.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(empty.QuerySelector("main form"));
        Assert.Contains("立会抽選の結果を待っていません", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("立会 二郎", page.QuerySelector("#witnesses")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throw_WithNothingButDigits_NamesEveryFieldInTheOrderOfTheForm()
    {
        using var ito = await SignInAsync(served, "dev-ito");

        var page = await RefusedAsync(await ito.PostAsync(Page, await ito.PageAsync(Any), Typed[..1]));

        Assert.Equal(
            ["#date", "#time", "#witnesses", "#minutes"],
            page.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        Assert.All(
            page.QuerySelectorAll(".errors a"),
            a => Assert.Equal(a.TextContent, page.QuerySelector($"{a.GetAttribute("href")}-error")!.TextContent));
    }

    [Fact]
    public async Task Throw_OfAViewer_IsForbidden()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var aoki = await SignInAsync(served, "dev-aoki");

        using var response = await aoki.PostAsync(Page, await ito.PageAsync(Any), Typed);

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
