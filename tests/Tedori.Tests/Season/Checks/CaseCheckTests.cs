using NodaTime;
using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Season.Checks;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Season.Checks;

/// <summary>Every check of single cases fails when its invariant is broken.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class CaseCheckTests(CheckedSeason season)
{
    [Fact]
    public async Task Amounts_OneYenMore_Fail()
    {
        await new AmountCheck(season.Edition).AssertHeldAsync(season.Dossiers);
        var granted = season.With<CaseEvent.GrantDecided>();
        var tampered = granted
            .WithEvents<CaseEvent.GrantDecided>(e => e with { Yen = e.Yen + 1 })
            .WithState(s => s with { GrantYen = s.GrantYen + 1 });
        await new AmountCheck(season.Edition).AssertFailsAsync("recomputed", tampered);
    }

    [Fact]
    public async Task Amounts_EventAndStateDiffer_Fail() => await new AmountCheck(season.Edition).AssertFailsAsync(
        "event and state differ",
        season.With<CaseEvent.GrantDecided>().WithState(s => s with { GrantYen = null }));

    [Fact]
    public async Task Amounts_MoreItemsThanPaid_Fail() => await new AmountCheck(season.Edition).AssertFailsAsync(
        "recomputed",
        season.With<CaseEvent.GrantDecided>()
            .WithEvents<CaseEvent.GrantDecided>(e => e with { Approved = new Claim([], 0) }));

    [Fact]
    public async Task Decisions_ANumberMissingOrTwice_Fail()
    {
        await new DecisionCheck().AssertHeldAsync(season.Dossiers);
        var granted = season.With<CaseEvent.GrantDecided>();
        await new DecisionCheck().AssertFailsAsync(
            "letter without a number", granted.WithEvents<CaseEvent.GrantDecided>(e => e with { Document = null }));
        await new DecisionCheck().AssertFailsAsync("letter", granted, granted);
    }

    [Fact]
    public async Task Decisions_LessGrantedWithoutAReason_Fail() => await new DecisionCheck().AssertFailsAsync(
        "without a reason",
        season.With<CaseEvent.GrantDecided>().WithEvents<CaseEvent.GrantDecided>(
            e => e with { Approved = e.Approved with { Items = [.. e.Approved.Items.Skip(1)] }, Refused = null }));

    [Fact]
    public async Task Decisions_APaymentOfOnePerson_Fail() => await new DecisionCheck().AssertFailsAsync(
        "paid",
        season.With<CaseEvent.PaymentReleased>()
            .WithEvents<CaseEvent.PaymentReleased>(e => e with { ApprovedBy = e.ProposedBy }));

    [Fact]
    public async Task Chains_HashOfAnEventBroken_Fail()
    {
        await new ChainCheck().AssertHeldAsync(season.Dossiers);
        var dossier = season.Dossiers[0];
        await new ChainCheck().AssertFailsAsync(
            "event 1 does not follow",
            dossier with { Rows = [dossier.Rows[0] with { Hash = HashChain.Start }, .. dossier.Rows.Skip(1)] });
    }

    [Fact]
    public async Task Chains_TextOfAnEventChanged_Fail()
    {
        var dossier = season.Dossiers[0];
        await new ChainCheck().AssertFailsAsync(
            "event 2 does not follow",
            dossier with
            {
                Rows = [dossier.Rows[0], dossier.Rows[1] with { Event = dossier.Rows[0].Event },
                    .. dossier.Rows.Skip(2)],
            });
    }

    [Fact]
    public async Task Chains_LastEventTakenOut_Fail()
    {
        var dossier = season.Dossiers[0];
        await new ChainCheck().AssertFailsAsync(
            "not of the last event",
            dossier with { Rows = [.. dossier.Rows.SkipLast(1)] });
    }

    [Fact]
    public async Task Chains_StateThatTheEventsDoNotMake_Fail() => await new ChainCheck().AssertFailsAsync(
        "not what the events make",
        season.With<CaseEvent.GrantDecided>().WithState(s => s with { GrantYen = 1 }));

    [Fact]
    public async Task Results_ANoticeTooLate_Fail()
    {
        await new ResultCheck(season.Edition, season.Agenda).AssertHeldAsync(season.Dossiers);
        var dossier = season.Dossiers[0];
        await new ResultCheck(season.Edition, season.Agenda).AssertFailsAsync(
            dossier.Id.ToString(),
            dossier with
            {
                Sent = [.. dossier.Sent.Select(s => s with { SentAt = s.SentAt + Duration.FromDays(21) })],
            });
    }

    [Fact]
    public async Task Results_NoNoticeOrTwo_Fail()
    {
        var dossier = season.Dossiers[0];
        await new ResultCheck(season.Edition, season.Agenda).AssertFailsAsync("0 sent", dossier with { Sent = [] });
        await new ResultCheck(season.Edition, season.Agenda).AssertFailsAsync(
            "2 sent", dossier with { Sent = [.. dossier.Sent, .. dossier.Sent] });
    }

    [Fact]
    public async Task Outcomes_NoneOrTwo_Fail()
    {
        await using var engine = await EngineFixture.StartAsync(_ => { });
        await new OutcomeCheck(engine.Client).AssertHeldAsync(season.Dossiers);
        var dossier = season.With<CaseEvent.GrantDecided>();
        var granted = dossier.Events.OfType<CaseEvent.GrantDecided>().Single();
        await new OutcomeCheck(engine.Client).AssertFailsAsync(
            "0 outcomes", dossier with { Events = [.. dossier.Events.Where(e => e is not CaseEvent.GrantDecided)] });
        await new OutcomeCheck(engine.Client).AssertFailsAsync(
            "2 outcomes", dossier with { Events = [.. dossier.Events, granted] });
        await new OutcomeCheck(engine.Client).AssertFailsAsync(
            "1 outcomes", dossier.WithState(s => s with { Outcome = null }));
    }

    [Fact]
    public async Task Outcomes_AnOrchestrationThatIsLeft_Fail()
    {
        await using var engine = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc<string?, string>(
            "Waits", (context, _) => context.WaitForExternalEvent<string>("never")));
        await engine.BeginAsync("Waits", id: "left-over");
        await engine.IdleAsync();

        await new OutcomeCheck(engine.Client).AssertFailsAsync("left-over", season.Dossiers);
    }

    [Fact]
    public async Task AnyCheck_OfNothing_Fails() =>
        await new ChainCheck().AssertFailsAsync("nothing was there to check");
}
