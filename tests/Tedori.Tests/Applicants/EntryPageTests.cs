using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Programme.Text;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Tests.Entries;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Applicants;

public sealed class EntryPageTests(ServedFolder served) : IClassFixture<ServedFolder>, IDisposable
{
    private static readonly RoundId Round = RoundId.Parse("r7-02");
    private readonly EntryVisitor visitor = new(served);

    [Fact]
    public async Task Send_InOrder_ShowsTheReceiptAndMailsTheSame()
    {
        await visitor.OpenAsync();
        var (confirmStatus, confirm, _) = await visitor.PostAsync("confirm");
        var (status, _, location) = await visitor.PostAsync("send");
        var receipt = await served.PageAsync("/entry/receipt", visitor.Http);
        await served.IdleAsync();

        Assert.Equal(HttpStatusCode.OK, confirmStatus);
        Assert.Contains("まだエントリーは終わっていません", Text(confirm, ".lead"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/entry/receipt"), (status, location?.OriginalString));
        var number = await visitor.ReceiptNumberAsync();
        var entry = await EntryAsync(number);
        Assert.Equal(visitor.Typed["corporate-number"], entry.Form.CorporateNumber);
        Assert.Equal(entry.Digest, Text(receipt, "dd.digest"));
        Assert.NotNull(receipt.QuerySelector("#referrals ~ ul a[href='/plan/r7/1/tokyo/a']"));
        var mail = await served.PageAsync($"/local/mail/{number}.entryReceived.0001");
        Assert.DoesNotContain(entry.Digest!, mail.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("受け付けた順番を後から確かめるための値", mail.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(number, mail.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ManyToOneAddress_StopsAndTellsHowLongToWait()
    {
        using var stranger = new EntryVisitor(served) { From = "127.9.9.9" };
        stranger.Typed["email"] = stranger.Typed["email-again"] = "victim@example.jp";
        await stranger.OpenAsync();
        var before = await CountAsync();
        for (var n = 0; n < 97; n++)
        {
            stranger.Typed["corporate-number"] = EntryVisitor.NewNumber();
            stranger.Hidden["key"] = $"stranger-{n:0000000000000}";
            await stranger.PostAsync("send");
        }

        Assert.InRange(await CountAsync() - before, 20, 30);
        var (status, page, _) = await stranger.PostAsync("send");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("秒ほど待ってから", page.Body!.TextContent, StringComparison.Ordinal);
        using var owner = new EntryVisitor(served);
        owner.Typed["email"] = owner.Typed["email-again"] = "victim@example.jp";
        await owner.OpenAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.PostAsync("send")).Status);
    }

    [Fact]
    public async Task Send_PressedTwice_EntersOnce()
    {
        await visitor.OpenAsync();
        var before = await CountAsync();
        await Task.WhenAll(visitor.PostAsync("send"), visitor.PostAsync("send"));
        await visitor.PostAsync("send");

        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Confirm_Repeated_EntersNothing()
    {
        await visitor.OpenAsync();
        var before = await CountAsync();
        await visitor.PostAsync("confirm");
        await visitor.PostAsync("edit");

        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [MemberData(nameof(EntryCheckTests.Refused), MemberType = typeof(EntryCheckTests))]
    public async Task Confirm_OneFieldWrong_SaysSoAtTheFieldAndKeepsWhatWasTyped(
        string field, string typed, string code, string text)
    {
        Assert.NotEmpty(code);
        await visitor.OpenAsync();
        visitor.Typed[field] = typed;
        if (field == "email")
            visitor.Typed["email-again"] = typed;
        if (typed.Length == 0 && field is "consent" or "condition-workRules")
            visitor.Typed.Remove(field);
        var (status, page, _) = await visitor.PostAsync("confirm");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(text, Text(page, $"#{field}-error"), StringComparison.Ordinal);
        var link = Assert.Single(page.QuerySelectorAll(".errors a"));
        Assert.Equal(($"#{field}", Text(page, $"#{field}-error")), (link.GetAttribute("href"), link.TextContent));
        Assert.NotNull(page.GetElementById(field));
        var kept = visitor.Typed.Where(
            t => page.GetElementById(t.Key) is { } e && e.GetAttribute("type") is "text" or "email" or "tel");
        Assert.All(kept, t => Assert.Equal(PlainText.Clean(t.Value), page.GetElementById(t.Key)!.GetAttribute("value")));
        Assert.StartsWith("エラー: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutConfirmingAndWrong_EntersNothing()
    {
        await visitor.OpenAsync();
        var before = await CountAsync();
        visitor.Typed["employees"] = "301";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("send")).Status);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Confirm_OfACompanyThatEntered_SaysSoWithoutAnybodysNumberAndLetsItEnter()
    {
        await visitor.OpenAsync();
        await visitor.PostAsync("send");
        var first = await visitor.ReceiptNumberAsync();
        using var again = new EntryVisitor(served);
        again.Typed["corporate-number"] = visitor.Typed["corporate-number"];
        again.Typed["company-name"] = "別の名前";
        await again.OpenAsync();
        var (_, confirm, _) = await again.PostAsync("confirm");
        await again.PostAsync("send");
        var receipt = await served.PageAsync("/entry/receipt", again.Http);

        Assert.Contains("まとめて1件の抽選", Text(confirm, ".notice"), StringComparison.Ordinal);
        Assert.Contains("まとめて1件の抽選", Text(receipt, ".notice"), StringComparison.Ordinal);
        Assert.DoesNotContain(first, confirm.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(first, receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(first, await again.ReceiptNumberAsync());
    }

    [Fact]
    public async Task Send_OtherContentAfterBack_IsRefusedWithAKeyOfItsOwnAndNothingIsLost()
    {
        await visitor.OpenAsync();
        await visitor.PostAsync("send");
        var (before, key) = (await CountAsync(), visitor.Hidden["key"]);
        visitor.Typed["company-name"] = "株式会社別見本";
        var (status, page, _) = await visitor.PostAsync("send");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("別の内容のエントリー", Text(page, ".errors"), StringComparison.Ordinal);
        Assert.Equal("株式会社別見本", page.GetElementById("company-name")!.GetAttribute("value"));
        var fresh = page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        Assert.NotEqual(key, fresh);
        Assert.Equal(before, await CountAsync());
        visitor.Hidden["key"] = fresh;
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync("send")).Status);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Confirm_OfACompanyThatWonBefore_IsToldAtTheFormAndMayGoOn()
    {
        await visitor.OpenAsync();
        await WonAsync(visitor.Typed["corporate-number"]);
        var (status, page, _) = await visitor.PostAsync("confirm");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("以前の回で当選しています", Text(page, ".errors"), StringComparison.Ordinal);
        visitor.Hidden["won-before"] = page.QuerySelector("input[name=won-before]")!.GetAttribute("value")!;
        var (after, confirm, _) = await visitor.PostAsync("confirm");
        Assert.Equal(HttpStatusCode.OK, after);
        Assert.Contains("まだエントリーは終わっていません", Text(confirm, ".lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_InAnotherBrowser_IsNotShown()
    {
        await visitor.OpenAsync();
        await visitor.PostAsync("send");
        using var other = served.NewClient();
        using var answer = await other.GetAsync(new Uri("/entry/receipt", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("株式会社見本", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithMarkup_ReflectsNone()
    {
        await visitor.OpenAsync();
        visitor.Typed["company-name"] = "\"><script>alert(1)</script><img src=x>";
        var (_, page, _) = await visitor.PostAsync("confirm");
        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Contains("<script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => visitor.Dispose();

    private static string Text(IDocument page, string selector) => page.QuerySelector(selector)!.TextContent.Trim();

    private async Task<EntryRow> EntryAsync(string number)
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EntryService>().FindAsync(CaseId.Parse(number)))!;
    }

    private async Task WonAsync(string number)
    {
        await using var scope = served.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SelectedCompanies>().AddAsync(
            CaseId.Parse("r7-01-00001"), Sample.Form with { CorporateNumber = number });
    }

    private async Task<int> CountAsync()
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RoundRecords>().EntriesAsync(Round)).Count;
    }
}
