using Tedori.Programme;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Rounds;

namespace Tedori.Testing.Staff;

/// <summary>The second round of a served folder, brought to where a throw before witnesses is waited for.</summary>
internal static class ThrownRound
{
    public const string Page = "/staff/rounds/r7-02/throw";

    /// <summary>Two people announce the throw, the list is sealed, and its time has passed.</summary>
    public static async Task ReachAsync(ServedFolder served)
    {
        var due = Tokyo.At("2025-06-23T10:00:00");
        Assert.Null(await served.AskAsync<WitnessService, Refusal?>(w => w.AnnounceAsync(
            RoundId.Parse("r7-02"), 1, "本館1階 抽選器(10面サイコロ4個)", due, Sample.Two)));
        await served.AdvanceToAsync(due + NodaTime.Duration.FromMinutes(30));
    }
}
