using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Tests.Applicants;
using Tedori.Workflows.Rounds;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Outages;

/// <summary>
/// An outage over the end of round 2 (2025-06-20 17:00), played through the pages: it moves the clock, so it has a folder
/// of its own.
/// </summary>
public sealed class WindowPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string New = "/staff/proposals/new";
    private static readonly RoundId Round = RoundId.Parse("r7-02");
    private static readonly Instant Recovered = Tokyo.At("2025-06-20T19:00:00");

    private static readonly (string, string)[] Move =
    [
        ("kind", "moveWindow"), ("round", "r7-02"), ("date", "2025-06-20"), ("time", "21:00"),
        ("because-text", "回線障害のため"), ("why", "締切の日の障害"),
    ];

    private static readonly (string, string)[] Declare =
    [
        ("kind", "declareOutage"), ("from-date", "2025-06-20"), ("from-time", "16:00"), ("until-date", "2025-06-20"),
        ("until-time", "18:30"), ("because-text", "回線障害のため"), ("why", "締切の日の障害"),
    ];

    [Fact]
    public async Task Window_MovedTwoHoursAfterItsEnd_TakesTheEntryOfWhoWasLateAndEveryPageNamesTheNewEnd()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        using var company = new EntryVisitor(served);
        await company.OpenAsync();
        served.Clock.JumpTo(Recovered);
        await served.IdleAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await company.PostAsync("send")).Status);
        Assert.Equal(RoundPhase.Open, (await StateAsync()).Phase);

        var path = await ProposeAsync(ito, Move);
        await RefusedAsync(await ito.PostAsync(path, await ito.PageAsync(path), ("do", "approve")));
        Assert.Null((await served.PageAsync("/entry")).QuerySelector("main form"));
        await ApproveAsync(endo, path);

        await CheckPagesAsync();
        var form = await served.PageAsync("/entry");
        Assert.Contains("改めてお送りください", form.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await company.PostAsync("send")).Status);
        var number = CaseId.Parse(await company.ReceiptNumberAsync());
        await CheckOutageAsync(ito, endo);

        await served.AdvanceToAsync(Tokyo.At("2025-06-20T21:02:01"));
        Assert.Equal(RoundPhase.Sealed, (await StateAsync()).Phase);
        Assert.Contains(number, await ListedAsync());
        var refused = await RefusedAsync(await ito.PostAsync(New, await ito.PageAsync($"{New}?kind=moveWindow"),
            [.. Move[..3], ("time", "23:00"), .. Move[4..], ("do", "preview")]));
        Assert.Contains("名簿を封印したため、受付期間を延長できません", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    private async Task CheckPagesAsync()
    {
        foreach (var page in (string[])["/", "/rounds/2"])
        {
            var notice = (await served.PageAsync(page)).QuerySelector(".notice")!.TextContent;
            Assert.Contains("締切を、令和7年6月20日(金) 21:00 に延長しました", notice, StringComparison.Ordinal);
            Assert.Contains("理由: 回線障害のため", notice, StringComparison.Ordinal);
        }

        Assert.Contains("締切は令和7年6月20日(金) 21:00", (await served.PageAsync("/")).QuerySelector(".lead")!.TextContent,
            StringComparison.Ordinal);
        var entry = (await CalendarAsync()).Events.Single(e => e.Uid == "r7-02-entry@tedori");
        Assert.Equal(new DateTime(2025, 6, 20, 21, 0, 0), entry.DtEnd!.Value);
        Assert.True(entry.Sequence > 0);
        Assert.Contains("理由: 回線障害のため", entry.Description, StringComparison.Ordinal);
    }

    private async Task CheckOutageAsync(ActingClient ito, ActingClient endo)
    {
        var path = await ProposeAsync(ito, Declare);
        await ApproveAsync(endo, path);
        Assert.Contains(
            (await served.PageAsync("/")).QuerySelectorAll(".notice"),
            n => n.TextContent.Contains("令和7年6月20日(金) 18:30 までにサーバーが受信したもの", StringComparison.Ordinal));
        Assert.Contains(
            "回線障害のため", (await ito.PageAsync("/staff/rounds")).Body!.TextContent, StringComparison.Ordinal);
        var outage = (await CalendarAsync()).Events.Single(e => e.Summary == "システムの障害");
        Assert.Equal(new DateTime(2025, 6, 20, 16, 0, 0), outage.DtStart!.Value);
    }

    private async Task<Ical.Net.Calendar> CalendarAsync() =>
        Ical.Net.Calendar.Load(await served.Http.GetStringAsync(new Uri("/calendar.ics", UriKind.Relative)))!;

    private static async Task<string> ProposeAsync(ActingClient who, (string, string)[] fields)
    {
        var preview = await ParseAsync(await who.PostAsync(
            New, await who.PageAsync($"{New}?{fields[0].Item1}={fields[0].Item2}"), [.. fields, ("do", "preview")]));
        Assert.Equal("行えます", preview.QuerySelector("#dry-run .state")!.TextContent);
        return Followed(await who.PostAsync(
            New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
    }

    private async Task ApproveAsync(ActingClient who, string path)
    {
        Followed(await who.PostAsync(path, await who.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();
        Assert.Contains("完了1件", (await who.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<RoundState> StateAsync()
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RoundRecords>().StateAsync(Round)).State;
    }

    private async Task<IReadOnlyList<CaseId>> ListedAsync()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var (list, _) = (await scope.ServiceProvider.GetRequiredService<RoundRecords>().ListAsync(Round))!.Value;
        return [.. list.Entries.Select(e => e.CaseId)];
    }
}
