using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Tests.Applicants;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Attacks;

/// <summary>Moves the clock, so it has a folder of its own.</summary>
public sealed class HeldBodyTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly RoundId Round = RoundId.Parse("r7-02");

    [Fact]
    public async Task HeldBody_ThatEndsAfterTheDrain_IsLateAndInNoList()
    {
        using var attacker = new EntryVisitor(served);
        attacker.Typed["company-name"] = "株式会社後出し";
        await attacker.OpenAsync();
        await using var held = await attacker.TakeOffAsync();
        await served.AdvanceToAsync(Tokyo.At("2025-06-20T17:02:00"));

        var answer = await held.FinishAsync();

        Assert.StartsWith("HTTP/1.1 409", answer, StringComparison.Ordinal);
        Assert.Contains("締め切りました。次の回にお申し込みください。", WebUtility.HtmlDecode(answer), StringComparison.Ordinal);
        await using var scope = served.Services.CreateAsyncScope();
        var rounds = scope.ServiceProvider.GetRequiredService<RoundRecords>();
        Assert.Equal(RoundPhase.Sealed, (await rounds.StateAsync(Round)).State.Phase);
        Assert.DoesNotContain(await rounds.EntriesAsync(Round), e => e.Entry.Form.CompanyName == "株式会社後出し");
    }
}
