using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>Companies of the season state schemes and dates of their items, some of them wrongly.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class StatementCheckTests(CheckedSeason season)
{
    private CaseDossier Right => season.Dossiers.First(d => d.Events.Any(e => e is CaseEvent.GrantDecided { Refused: null or [] })
        && !d.Events.Any(e => e is CaseEvent.GrantDecided { Findings.Count: > 0 } or CaseEvent.CorrectionAnswered));

    [Theory]
    [InlineData(-400, "a date outside the period")]
    [InlineData(400, "a date outside the period")]
    [InlineData(null, "a date that is missing")]
    public async Task Statements_AnItemPaidWithADateThatDoesNotCount_Fail(int? days, string what)
    {
        await Check().AssertHeldAsync(season.Dossiers);
        await Check().AssertFailsAsync($"was paid with {what}, without a reason", Stating(
            s => s with { Since = days is { } by ? s.Since!.Value.PlusDays(by) : null }));
    }

    [Fact]
    public async Task Statements_AnItemPaidThatWasStillToComeAtTheClaim_Fail()
    {
        var early = Instant.FromUtc(2026, 1, 1, 0, 0);
        var tampered = Right.WithEvents<CaseEvent.ClaimSubmitted>(
            e => e with { Filing = e.Filing with { Receipt = new Receipt.Electronic(early) } });
        await Check().AssertFailsAsync("was paid with a date after the claim, without a reason", tampered);
    }

    [Fact]
    public async Task Statements_ASchemeThatNobodyRegistered_Fail() => await Check().AssertFailsAsync(
        "was paid with a scheme that was not registered, without a reason", Stating(s => s with { Schemes = [7] }));

    [Fact]
    public async Task Statements_AReasonThatWasTakenOut_Fail()
    {
        var reasoned = season.Dossiers.First(d => d.Events.Any(e => e is CaseEvent.GrantDecided { Findings.Count: > 0 }));
        await Check().AssertHeldAsync(reasoned);
        await Check().AssertFailsAsync("without a reason", reasoned.WithEvents<CaseEvent.GrantDecided>(
            e => e with { Findings = [.. e.Findings!.Select(f => f with { Reason = "" })] }));
    }

    [Fact]
    public async Task Statements_AnAnswerThatTheRecordHasLost_Fail()
    {
        var restated = season.Dossiers.First(
            d => d.Events.Any(e => e is CaseEvent.CorrectionAnswered { Stated.Count: > 0 }));
        await Check().AssertFailsAsync($"{restated.Id}: the record states", restated.WithEvents<CaseEvent.CorrectionAnswered>(
            e => e with { Stated = null }));
    }

    private CaseDossier Stating(Func<ItemStatement, ItemStatement> change)
    {
        ItemStatement[] stated = [.. Right.State.Claim!.Stated!.Select(change)];
        return Right.WithState(s => s with { Claim = s.Claim! with { Stated = stated } })
            .WithEvents<CaseEvent.ClaimSubmitted>(e => e with { Claim = e.Claim with { Stated = stated } });
    }

    private StatementCheck Check() => new(season.Edition);
}
