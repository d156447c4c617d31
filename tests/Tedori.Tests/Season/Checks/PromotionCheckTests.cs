using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>The first round of the season has fewer places than lots, and promotes.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class PromotionCheckTests(CheckedSeason season)
{
    [Fact]
    public async Task Promotions_InAYearThatHasNone_Fail()
    {
        await Check().AssertHeldAsync(season.Dossiers);
        var edition = season.Edition with { Entry = season.Edition.Entry with { PromotionBusinessDays = 0 } };
        await new PromotionCheck(edition, season.Rounds, season.Ledger, season.Agenda)
            .AssertFailsAsync("r8-01: somebody was promoted", season.Dossiers);
    }

    [Fact]
    public async Task Promotions_OneThatNobodyOrOneAloneDecided_Fail()
    {
        using var agenda = season.AgendaWith(i => i.Key.StartsWith("promote-", StringComparison.Ordinal) ? null : i);
        await new PromotionCheck(season.Edition, season.Rounds, season.Ledger, agenda)
            .AssertFailsAsync("without a decision of two", season.Dossiers);
        await Check().AssertFailsAsync(
            "without a decision of two", Promoted().WithEvents<CaseEvent.Promoted>(e => e with { Signed = null }));
    }

    [Fact]
    public async Task Promotions_SomebodyPassedBy_Fail() => await Check().AssertFailsAsync("passed by",
        [
            .. season.Dossiers.Where(d => d.Id != Promoted().Id),
            Promoted().WithEvents<CaseEvent.Lost>(e => e with { Rank = 9_999 }),
        ]);

    [Fact]
    public async Task Promotions_MoreThanCameBack_Fail() => await Check().AssertFailsAsync("promoted to 0 places",
        [.. season.Dossiers.Select(d => d.WithState(s => s with { Outcome = Programme.Outcome.Granted }))]);

    [Fact]
    public async Task Promotions_APlaceThatNobodyGot_Fail() => await Check().AssertFailsAsync("places were free",
        [.. season.Dossiers.Select(d => d with { Events = [.. d.Events.Where(e => e is not CaseEvent.Promoted)] })]);

    [Fact]
    public async Task Promotions_WhileTheResultOfAnotherRoundIsNotOut_Fail() =>
        await new PromotionCheck(
            season.Edition,
            [.. season.Rounds.Select(r => r.Id == Promoted().Id.Round ? r : r with { SealedAt = Instant.MinValue, ReleasedAt = null })],
            season.Ledger, season.Agenda).AssertFailsAsync("r8-01: 1 promoted", season.Dossiers);

    [Fact]
    public async Task Quota_APromotionThatIsNotPosted_Fail() =>
        await new QuotaCheck(season.Rounds, season.Ledger, season.RoundRecords).AssertFailsAsync(
            "r8-01: counted", [.. season.Dossiers.Where(d => d.Id != Promoted().Id)]);

    private PromotionCheck Check() => new(season.Edition, season.Rounds, season.Ledger, season.Agenda);

    private CaseDossier Promoted() => season.With<CaseEvent.Promoted>();
}
