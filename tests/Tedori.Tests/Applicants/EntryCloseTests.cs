using System.Net;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Applicants;

/// <summary>Moves the clock, so it has a folder of its own.</summary>
public sealed class EntryCloseTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Entry_WhenTheClockPassesTheClose_IsRefusedWithWhatWasTypedAndThePageSaysWhenTheNextOpens()
    {
        using var visitor = new EntryVisitor(served);
        await visitor.OpenAsync();
        using var slow = new EntryVisitor(served);
        await slow.OpenAsync();
        using var holding = new EntryVisitor(served);
        await holding.OpenAsync();
        await using var first = await slow.TakeOffAsync();
        await using var second = await holding.TakeOffAsync();
        served.Clock.JumpTo(Tokyo.At("2025-06-20T17:00:00"));
        var (status, page, _) = await visitor.PostAsync("send");
        var closed = await served.PageAsync("/entry");
        var home = await served.PageAsync("/");

        served.Clock.JumpTo(Tokyo.At("2025-06-20T17:01:59"));
        Assert.StartsWith("HTTP/1.1 303", await first.FinishAsync(), StringComparison.Ordinal);
        served.Clock.JumpTo(Tokyo.At("2025-06-20T17:02:00"));
        Assert.StartsWith("HTTP/1.1 409", await second.FinishAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("締め切りました。次の回にお申し込みください。", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("事務局に届いていません", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("株式会社見本", page.QuerySelector("details dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第3回の事前エントリーは令和7年7月14日(月) 9:00 に始まります", page.QuerySelector(".lead")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Null(closed.QuerySelector("main form"));
        Assert.Contains("第3回の事前エントリーは令和7年7月14日(月) 9:00 に始まります", closed.QuerySelector(".lead")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("受付期間外", home.QuerySelector(".lead .state")!.TextContent, StringComparison.Ordinal);
        Assert.Null(home.QuerySelector("a.button[href='/entry']"));
    }
}
