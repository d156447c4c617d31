using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Rounds;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class ThrowTypingTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly byte[] Minutes = [37, 80, 68, 70];

    // In groups and with the input method on, as people type long rows of digits.
    private static readonly (string, string)[] Typed =
    [
        ("digits", "0123456789 1111\r\n2222222222 3333333333 444444"), ("date", "2025-06-23"), ("time", "10:15"),
        ("witnesses", "立会 一郎\n立会 二郎"),
    ];

    [Fact]
    public async Task Throw_TypedAlikeByTwo_IsDrawnFrom()
    {
        await ThrownRound.ReachAsync(served);
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");

        var empty = await ito.PageAsync(ThrownRound.Page);
        var first = Followed(await ito.PostFilesAsync(ThrownRound.Page, empty, "minutes", Minutes, Typed));
        var waiting = await ito.PageAsync(first);
        var other = await endo.PageAsync(ThrownRound.Page);
        var differs = await RefusedAsync(await endo.PostFilesAsync(
            ThrownRound.Page, other, "minutes", Minutes, [("digits", new string('7', 40)), .. Typed[1..]]));
        var second = Followed(await endo.PostFilesAsync(ThrownRound.Page, other, "minutes", Minutes, Typed));
        await served.IdleAsync();
        var committed = await ito.PageAsync(ThrownRound.Page);
        await served.AdvanceToAsync(Tokyo.At("2025-06-24T16:00:00"));
        var close = await ito.PageAsync(ThrownRound.Page);
        Followed(await ito.PostAsync(ThrownRound.Page, close, ("do", "closing"), ("closing", "３８，７９０．５６")));
        Followed(await endo.PostAsync(ThrownRound.Page, await endo.PageAsync(ThrownRound.Page), ("do", "closing"), ("closing", "38790.56")));
        await served.IdleAsync();

        Assert.Null(committed.QuerySelector("main form"));
        Assert.Contains("出た目を公表しました", committed.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-06-24", close.QuerySelector("label[for=closing]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("入力を受け付けました", waiting.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(waiting.QuerySelector("main form"));
        Assert.Contains("1人目の入力は済んでいます", other.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", other.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("1人目の入力と一致しません", differs.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        var done = (await endo.PageAsync(second)).QuerySelector(".lead")!.TextContent;
        Assert.Contains("2人の入力が一致し", done, StringComparison.Ordinal);
        var (state, _) = await served.AskAsync<RoundRecords, (RoundState, string?)>(
            r => r.StateAsync(RoundId.Parse("r7-02")));
        Assert.Equal((RoundPhase.Drawn, BeaconPledge.Witnessed), (state.Phase, state.Pledge!.Kind));
    }
}
