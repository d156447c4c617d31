using Tedori.Programme;
using Tedori.Testing.Serve;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class RepetitionTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Repeat = "/staff/notices/repeat";

    [Fact]
    public async Task One_ToACorrectedAddress_IsPreviewedForTheRealCaseAndWaitsForASecondPerson()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        var id = (await CasesAsync(served, 1, Step.ProjectRegistration))[0];
        var page = await ito.PageAsync($"{Repeat}?case={id}");
        var notice = page.QuerySelector("input[name=notice]")!.GetAttribute("value")!;
        (string, string)[] fields =
            [("case", $"{id}"), ("notice", notice), ("to", "new@example.jp"), ("reason", "届かないとの連絡")];

        var preview = await ParseAsync(await ito.PostAsync(Repeat, page, [.. fields, ("do", "preview")]));
        Assert.Contains("new@example.jp", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/my/open?token=...", preview.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await CaseAsync(served, id)).State.Repeated, k => k.Length > 0);

        var key = Value(preview, "key");
        Assert.Contains("別の承認者の承認が必要です", preview.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        var path = Followed(await ito.PostAsync(Repeat, preview, [.. fields, ("do", "send"), ("key", key)]));
        Followed(await ito.PostAsync(Repeat, preview, [.. fields, ("do", "send"), ("key", key)]));
        await served.IdleAsync();
        Assert.StartsWith("/staff/proposals/", path, StringComparison.Ordinal);
        Assert.Empty((await CaseAsync(served, id)).State.Repeated);

        var proposal = await endo.PageAsync(path);
        Assert.Contains("企業が確認していない宛先", proposal.Body!.TextContent, StringComparison.Ordinal);
        Followed(await endo.PostAsync(path, proposal, ("do", "approve")));
        await served.IdleAsync();
        Assert.Single((await CaseAsync(served, id)).State.Repeated);
    }

    [Fact]
    public async Task Fifty_AtOnce_AreCountedFirstAndEachHasItsVerdict()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var cases = (await CasesAsync(served, 2, Step.AwaitingDraw)).Take(50).ToList();
        (string, string)[] fields =
            [("cases", string.Join("\n", cases)), ("kind", "EntryReceived"), ("reason", "誤字の訂正")];
        var preview = await ParseAsync(
            await ito.PostAsync(Repeat, await ito.PageAsync(Repeat), [.. fields, ("do", "preview")]));

        Assert.Equal(cases.Count, preview.QuerySelectorAll("input[type=hidden][name=notice]").Length);
        (string, string)[] chosen = [.. preview.QuerySelectorAll("input[type=hidden][name=notice]").Select(
            i => ("notice", i.GetAttribute("value")!))];
        var job = Followed(await ito.PostAsync(
            Repeat, preview, [.. chosen, ("reason", "誤字の訂正"), ("do", "send"), ("key", Value(preview, "key"))]));
        await served.IdleAsync();

        Assert.Contains(
            $"{cases.Count} / {cases.Count}件", (await ito.PageAsync(job)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var id in cases)
            Assert.Single((await CaseAsync(served, id)).State.Repeated);
    }

    [Fact]
    public async Task Several_WithTheirLinksVoided_WaitForASecondPerson()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        // The first is another test's.
        var cases = (await CasesAsync(served, 1, Step.ProjectRegistration)).Skip(1)
            .Concat(await CasesAsync(served, 1, Step.CompanyRegistration)).Take(2).ToList();
        // The season itself sent some of them again.
        var before = await RepeatedAsync(cases);
        (string, string)[] fields =
            [("cases", string.Join("\n", cases)), ("kind", "ResultWon"), ("reason", "誤送信"), ("revoke", "yes")];
        var preview = await ParseAsync(
            await ito.PostAsync(Repeat, await ito.PageAsync(Repeat), [.. fields, ("do", "preview")]));
        (string, string)[] chosen = [.. preview.QuerySelectorAll("input[type=hidden][name=notice]").Select(
            i => ("notice", i.GetAttribute("value")!))];

        var path = Followed(await ito.PostAsync(
            Repeat, preview,
            [.. chosen, ("reason", "誤送信"), ("revoke", "yes"), ("do", "send"), ("key", Value(preview, "key"))]));
        Assert.StartsWith("/staff/proposals/", path, StringComparison.Ordinal);
        Assert.Equal(before, await RepeatedAsync(cases));
        Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();

        Assert.Equal(before.Select(times => times + 1), await RepeatedAsync(cases));
    }

    private async Task<List<int>> RepeatedAsync(IEnumerable<CaseId> cases)
    {
        var times = new List<int>();
        foreach (var id in cases)
            times.Add((await CaseAsync(served, id)).State.Repeated.Count);
        return times;
    }
}
