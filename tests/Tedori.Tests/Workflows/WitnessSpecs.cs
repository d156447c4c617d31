using System.Text;
using NodaTime;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class WitnessSpecs
{
    private const string Machine = "本館1階 抽選器(10面サイコロ4個)";
    private static readonly Instant Due = Tokyo.At("2025-05-26T10:00:00");
    private readonly TestOffice office = new();

    [Fact]
    public async Task Announced_BeforeTheSealing_DecidesWithWhatTwoPeopleTyped()
    {
        Assert.Null(await AnnounceAsync());
        await SealAsync();
        Assert.Equal(("witnessed", Machine, Due), Pledged(await office.StateAsync()));
        await office.AdvanceAtAsync("2025-05-26T10:20:00");
        Assert.Null(await office.Witnesses.TypeAsync(TestOffice.First, Thrown(), "担当者"));
        Assert.Equal(RoundPhase.Sealed, (await office.Rounds.AdvanceAsync(TestOffice.First)).Phase);
        Assert.Null(await office.Witnesses.TypeAsync(TestOffice.First, Thrown(), "承認者"));
        Assert.Equal(RoundPhase.Sealed, (await office.Rounds.AdvanceAsync(TestOffice.First)).Phase);
        await TypeClosingAsync("2025-05-27T16:00:00");
        Assert.Equal(RoundPhase.Drawn, (await office.Rounds.AdvanceAsync(TestOffice.First)).Phase);
        var file = (await office.Archive.FileAsync(TestOffice.First))!;
        Assert.Empty(DrawVerifier.Check(file));
        var proof = Encoding.UTF8.GetString(Convert.FromHexString(file.Draws[0].Value!.Proof));
        Assert.Contains(Thrown().Digits, proof, StringComparison.Ordinal);
        Assert.DoesNotContain("立会", proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_AfterTheAnnouncedWait_DecidesAndIsSaidToBeOne()
    {
        office.AnswerBeacon((_, _, _) => null);
        await SealAsync();
        var from = (await office.StateAsync()).Pledge!.FallbackFrom!.Value;
        office.Clock.Reset(from + Duration.FromHours(1));
        await TypeBothAsync(Thrown() with { At = from + Duration.FromMinutes(1) });
        await TypeClosingAsync("2025-05-27T16:00:00");
        Assert.Equal(RoundPhase.Drawn, (await office.Rounds.AdvanceAsync(TestOffice.First)).Phase);
        var draw = (await office.Archive.FileAsync(TestOffice.First))!.Draws[0];
        Assert.Equal(("simulated", "witnessed"), (draw.Beacon.Kind, draw.Value!.Kind));
        Assert.Empty(DrawVerifier.Check((await office.Archive.FileAsync(TestOffice.First))!));
    }

    [Fact]
    public async Task Throw_Committed_IsPublishedBeforeThePublicValueExistsAndDecidesOnlyWithIt()
    {
        await AnnounceAsync();
        await SealAsync();
        office.Clock.Reset(Due + Duration.FromHours(1));
        await TypeBothAsync(Thrown());

        var waiting = (await office.Archive.FileAsync(TestOffice.First))!.Draws[0];
        Assert.Contains(Thrown().Digits, waiting.Thrown!.Text, StringComparison.Ordinal);
        Assert.Equal(("nikkei225 2025-05-27", (string?)null), (waiting.Thrown.Source, waiting.Thrown.Value));
        Assert.True(waiting.Thrown.CommittedAt < waiting.Thrown.Due);
        Assert.Null(await office.Witnesses.ValueAsync(TestOffice.First, 1));
        Assert.Empty(DrawVerifier.Check((await office.Archive.FileAsync(TestOffice.First))!));

        await TypeClosingAsync("2025-05-27T16:00:00");
        await office.Rounds.AdvanceAsync(TestOffice.First);
        var file = (await office.Archive.FileAsync(TestOffice.First))!;
        Assert.Empty(DrawVerifier.Check(file));
        var proof = Encoding.UTF8.GetString(Convert.FromHexString(file.Draws[0].Value!.Proof));
        Assert.EndsWith("|nikkei225 2025-05-27|37531.53", proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_TooEarlyOrOtherwiseOrByOnePerson_DecidesNothing()
    {
        await AnnounceAsync();
        await SealAsync();
        Assert.Equal("notWaiting", await ClosingAsync("37531.53", "担当者"));
        office.Clock.Reset(Due + Duration.FromHours(1));
        await TypeBothAsync(Thrown());
        Assert.Equal("closingTooEarly", await ClosingAsync("37531.53", "担当者"));
        office.Clock.Reset(Tokyo.At("2025-05-27T16:00:00"));
        Assert.Equal("closingWrong", await ClosingAsync("37,531", "担当者"));
        Assert.Null(await ClosingAsync("37531.53", "担当者"));
        Assert.Equal("closingDiffers", await ClosingAsync("37531.54", "承認者"));
        Assert.Null(await ClosingAsync("37531.53", "担当者"));
        Assert.Null(await office.Witnesses.ValueAsync(TestOffice.First, 1));
        Assert.Null(await ClosingAsync("37531.53", "承認者"));
        Assert.NotNull(await office.Witnesses.ValueAsync(TestOffice.First, 1));
        Assert.Equal("alreadyTyped", await ClosingAsync("37531.54", "別の人"));
    }

    [Fact]
    public async Task Type_BeforeTheAnnouncedTime_IsRefused()
    {
        await AnnounceAsync();
        await SealAsync();
        office.Clock.Reset(Due + Duration.FromMinutes(1));
        var early = Thrown() with { At = Due - Duration.Epsilon };
        Assert.Equal("thrownTooEarly", (await office.Witnesses.TypeAsync(TestOffice.First, early, "担当者"))?.Code);
        var future = Thrown() with { At = office.Now + Duration.Epsilon };
        Assert.Equal("thrownTooEarly", (await office.Witnesses.TypeAsync(TestOffice.First, future, "担当者"))?.Code);
    }

    [Fact]
    public async Task Type_WhenNothingIsAwaited_IsRefused()
    {
        Assert.Equal("notWaiting", (await office.Witnesses.TypeAsync(TestOffice.First, Thrown(), "担当者"))?.Code);
    }

    [Fact]
    public async Task Type_BySomebodyElseOtherwise_IsRefused()
    {
        await AnnounceAsync();
        await SealAsync();
        office.Clock.Reset(Due + Duration.FromHours(1));
        Assert.Null(await office.Witnesses.TypeAsync(TestOffice.First, Thrown(), "担当者"));
        var other = Thrown() with { Digits = new string('7', 40) };
        Assert.Equal("throwsDiffer", (await office.Witnesses.TypeAsync(TestOffice.First, other, "承認者"))?.Code);
        Assert.Equal("alreadyTyped", (await office.Witnesses.TypeAsync(TestOffice.First, other, "担当者"))?.Code);
        Assert.Null(await office.Witnesses.TypeAsync(TestOffice.First, Thrown(), "担当者"));
        Assert.Null(await office.Witnesses.ValueAsync(TestOffice.First, 1));
    }

    [Fact]
    public async Task Type_WhatIsIncomplete_IsRefused()
    {
        await AnnounceAsync();
        await SealAsync();
        office.Clock.Reset(Due + Duration.FromHours(1));
        Assert.Equal("digitsWrong", await CodeAsync(Thrown() with { Digits = "123" }));
        Assert.Equal("digitsWrong", await CodeAsync(Thrown() with { Digits = new string('1', 39) + "a" }));
        Assert.Equal("witnessesMissing", await CodeAsync(Thrown() with { Witnesses = ["山田"] }));
        Assert.Equal("minutesMissing", await CodeAsync(Thrown() with { MinutesDigest = "" }));
    }

    [Fact]
    public async Task Announce_AgainstTheRules_IsRefused()
    {
        Assert.Equal("secondPersonMissing", (await AnnounceAsync(second: "担当者"))?.Code);
        Assert.Equal("machineMissing", (await AnnounceAsync(machine: " "))?.Code);
        Assert.Equal("announcedTooLate", (await AnnounceAsync(due: office.Now))?.Code);
        Assert.Null(await AnnounceAsync());
        Assert.Null(await AnnounceAsync());
        Assert.Equal("alreadyAnnounced", (await AnnounceAsync(machine: "別の抽選器"))?.Code);
    }

    private static WitnessedThrow Thrown() => new(
        "3141592653589793238462643383279502884197", ["立会人 甲", "立会人 乙"], new string('a', 64),
        Due + Duration.FromMinutes(5));

    private static (string, string, Instant) Pledged(RoundState state) =>
        (state.Pledge!.Kind, state.Pledge.Source, state.Pledge.Due);

    private Task<Programme.Refusal?> AnnounceAsync(
        string machine = Machine, Instant? due = null, string second = "承認者") =>
        office.Witnesses.AnnounceAsync(TestOffice.First, 1, machine, due ?? Due, Sample.Signed("担当者", second));

    private async Task<string?> CodeAsync(WitnessedThrow thrown) =>
        (await office.Witnesses.TypeAsync(TestOffice.First, thrown, "担当者"))?.Code;

    private async Task TypeBothAsync(WitnessedThrow thrown)
    {
        Assert.Null(await office.Witnesses.TypeAsync(TestOffice.First, thrown, "担当者"));
        Assert.Null(await office.Witnesses.TypeAsync(TestOffice.First, thrown, "承認者"));
    }

    private async Task<string?> ClosingAsync(string value, string by) =>
        (await office.Witnesses.TypeClosingAsync(TestOffice.First, value, by))?.Code;

    private async Task TypeClosingAsync(string local)
    {
        office.Clock.Reset(Tokyo.At(local));
        Assert.Null(await ClosingAsync("37531.53", "担当者"));
        Assert.Null(await ClosingAsync("37531.53", "承認者"));
    }

    private async Task SealAsync()
    {
        await office.EnterManyAsync(4);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
    }
}
