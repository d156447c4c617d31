using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Rounds;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

/// <summary>Staff see who enters as a company that was drawn before, and two of them may say that it is another one.</summary>
public sealed class CompaniesPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Companies = "/staff/rounds/r7-02/companies";
    private const string New = "/staff/proposals/new";

    [Fact]
    public async Task Companies_OfAnOpenRound_ShowWhoWasDrawnBeforeUntilTwoPeopleSetThemApart()
    {
        var drawn = (await CasesAsync(served, 1, Step.ProjectRegistration))[0];
        var entered = await EnterAsAsync(drawn);
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");

        var link = (await ito.PageAsync(Companies)).QuerySelector($"a[href$='first={drawn}&second={entered}']")!;
        Assert.Contains("Eメールアドレスが異なる", link.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        var form = await ito.PageAsync(link.GetAttribute("href")!);
        (string, string)[] fields =
        [
            ("kind", "joinEntries"), ("first", Wide(drawn)), ("second", Wide(entered)), ("joined", "no"),
            ("because-text", "登記を確認した。"), ("why", "電話で確認"),
        ];
        var preview = await ParseAsync(await ito.PostAsync(New, form, [.. fields, ("do", "preview")]));
        Assert.Contains("ほかの回の当選にかかわらず", preview.Body!.TextContent, StringComparison.Ordinal);
        var path = Followed(await ito.PostAsync(New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();

        var row = (await ito.PageAsync(Companies)).QuerySelector($"a[href='/staff/cases/{entered}']")!
            .ParentElement!.ParentElement!;
        Assert.Null(row.QuerySelector("a[href*='proposals']"));
        Assert.Contains("別の企業(", row.TextContent, StringComparison.Ordinal);
    }

    // As an input method types it.
    private static string Wide(CaseId id) =>
        string.Concat($"{id}".Select(c => c == '-' ? 'ー' : (char)(c - '!' + '！')));

    private async Task<CaseId> EnterAsAsync(CaseId drawn)
    {
        await using var scope = served.Services.CreateAsyncScope();
        var form = (await CaseAsync(served, drawn)).State.Entry with { Email = "company@example.jp" };
        return Assert.IsType<EntryAnswer.Received>(await scope.ServiceProvider.GetRequiredService<EntryService>()
            .ReceiveAsync(RoundId.Parse("r7-02"), form, served.Clock.Now, "drawn-before")).CaseId;
    }
}
