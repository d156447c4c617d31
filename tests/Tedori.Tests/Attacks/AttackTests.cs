using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Testing.Serve;
using Tedori.Tests.Applicants;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Attacks;

/// <summary>Attackers in front of one machine.</summary>
public sealed class AttackTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task ForgedAddress_NewOneInTheHeaderOfEachEntry_IsCountedAsTheOneCallerItIs()
    {
        using var attacker = new EntryVisitor(served) { From = "127.9.9.7" };
        attacker.Typed["email"] = attacker.Typed["email-again"] = "flooded@example.jp";
        await attacker.OpenAsync();
        var statuses = new List<HttpStatusCode>();
        var last = "";
        for (var n = 0; n < 60; n++)
        {
            attacker.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            attacker.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{n}");
            attacker.Typed["corporate-number"] = EntryVisitor.NewNumber();
            attacker.Hidden["key"] = $"forged-{n:0000000000000}";
            var (status, page, _) = await attacker.PostAsync("send");
            statuses.Add(status);
            last = page.Body!.TextContent;
        }

        Assert.InRange(statuses.Count(s => s == HttpStatusCode.SeeOther), 20, 40);
        Assert.Contains("同じEメールアドレスでのエントリーが短い時間に続いたため、いまは受け付けられません。", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameKey_WithOtherContent_IsRefusedAndNeverASuccess()
    {
        using var attacker = new EntryVisitor(served);
        await attacker.OpenAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await attacker.PostAsync("send")).Status);
        var number = await attacker.ReceiptNumberAsync();
        attacker.Typed["representative"] = "別人 一郎";
        var (status, page, _) = await attacker.PostAsync("send");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(
            "すでに別の内容のエントリーを受け付けています。この内容はまだ受け付けていません。",
            page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("見本 太郎", (await EntryAsync(number)).Form.Representative);
    }

    private async Task<EntryRow> EntryAsync(string number)
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EntryService>().FindAsync(CaseId.Parse(number)))!;
    }
}
