using System.Net;
using AngleSharp.Dom;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Applicants;

/// <summary>What is sent for a round that is not open, or for none.</summary>
public sealed class EntryRoundTests(ServedFolder served) : IClassFixture<ServedFolder>, IDisposable
{
    private readonly EntryVisitor visitor = new(served);

    [Theory]
    [InlineData("r7-01", "第1回の事前エントリーは令和7年5月23日(金) 17:00に締め切りました")]
    [InlineData("r7-03", "第3回の事前エントリーは令和7年7月14日(月) 09:00から受け付けます")]
    public async Task Send_ToARoundThatIsNotOpen_IsRefusedAndKeepsWhatWasTyped(string round, string text)
    {
        await visitor.OpenAsync();
        visitor.Hidden["round"] = round;
        foreach (var action in (string[])["confirm", "send"])
        {
            var (status, page, _) = await visitor.PostAsync(action);
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Contains(text, Text(page, ".errors"), StringComparison.Ordinal);
            Assert.Equal("株式会社見本", page.GetElementById("company-name")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Send_ToARoundThatIsOver_OffersWhatWasTypedForTheOneThatIsOpen()
    {
        await visitor.OpenAsync();
        visitor.Hidden["round"] = "r7-01";

        var (_, page, _) = await visitor.PostAsync("send");

        Assert.Equal("r7-02", page.QuerySelector("input[name=round]")!.GetAttribute("value"));
        Assert.Contains("この画面から第2回にエントリーできます", Text(page, ".errors"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r7-11")]
    [InlineData("r8-01")]
    [InlineData("<b>")]
    [InlineData("")]
    public async Task Send_ToNoRound_IsRefused(string round)
    {
        await visitor.OpenAsync();
        visitor.Hidden["round"] = round;
        var (status, page, _) = await visitor.PostAsync("send");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("エントリーする回を読み取れませんでした", Text(page, ".lead"), StringComparison.Ordinal);
    }

    public void Dispose() => visitor.Dispose();

    private static string Text(IDocument page, string selector) => page.QuerySelector(selector)!.TextContent.Trim();
}
