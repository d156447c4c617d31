using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>Others entered in the name of some companies of the season.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class LotCheckTests(CheckedSeason season)
{
    [Fact]
    public async Task Lots_OneCompanyWithTwoLotsAndTwoPlaces_Fail()
    {
        await Check(season.Agenda).AssertHeldAsync(season.Dossiers);
        var (one, other) = (PlanOf(Undisputed(0)), PlanOf(Undisputed(1)));
        using var agenda = season.AgendaWith(i => i.Key == Undisputed(1).State.EntryKey
            ? i with { Body = TedoriJson.Write(other with { Company = one.Company }) }
            : i);
        await Check(agenda).AssertFailsAsync($"{one.Company} has 2 lots", season.Dossiers);
        await Check(agenda).AssertFailsAsync($"{one.Company} has 2 places", season.Dossiers);
    }

    [Fact]
    public async Task Lots_TwoCompaniesWithOne_Fail()
    {
        var shared = season.Dossiers.First(
            d => d.Events.Any(
                e => e is CaseEvent.Excluded { Reason: Exclusion.Joined or Exclusion.AnsweredByAnother }));
        var plan = PlanOf(shared);
        using var agenda = season.AgendaWith(i => i.Key == shared.State.EntryKey
            ? i with { Body = TedoriJson.Write(plan with { Company = "c01-09999" }) }
            : i);
        await Check(agenda).AssertFailsAsync("2 companies share lot", season.Dossiers);
    }

    [Fact]
    public async Task Lots_AResultToldBeforeItWasSettled_Fail() => await Check(season.Agenda).AssertFailsAsync(
        "before it was settled",
        Settled().WithEvents<CaseEvent.Won>(e => e with { At = e.At - Duration.FromDays(20) }));

    [Fact]
    public async Task Lots_AnImpostorWhoGotThePlace_Fail()
    {
        var plan = PlanOf(Settled());
        using var agenda = season.AgendaWith(i => i.Key == Settled().State.EntryKey
            ? i with { Body = TedoriJson.Write(plan with { Impostor = true }) }
            : i);
        await Check(agenda).AssertFailsAsync("got its place", season.Dossiers);
    }

    [Fact]
    public async Task Lots_AResultThatWaitsForNobody_Fail()
    {
        var dossier = Undisputed(0);
        await Check(season.Agenda).AssertFailsAsync("nobody else entered for it", dossier with
        {
            Events = [.. dossier.Events, new CaseEvent.ResultHeld(dossier.Events[^1].At, 1)],
        });
    }

    [Fact]
    public async Task Results_OneThatWaitedLongerThanTheSettlement_Fail()
    {
        var late = Settled();
        await new ResultCheck(season.Edition, season.Agenda).AssertFailsAsync(late.Id.ToString(), late with
        {
            Sent = [.. late.Sent.Select(s => s with { SentAt = s.SentAt + Duration.FromDays(2) })],
        });
    }

    private LotCheck Check(Agenda agenda) => new(season.Edition, agenda, season.RoundRecords);

    private CaseDossier Undisputed(int skipped) => season.Dossiers.Where(d => d.Id.Round.Number == 1
        && d.Events.Any(e => e is CaseEvent.Won) && !new EntryPlans(season.Agenda).IsDisputed(d)).ElementAt(skipped);

    // The last that was settled: no other of the round came later.
    private CaseDossier Settled() => season.Dossiers.Where(
            d => d.Events.Any(e => e is CaseEvent.Won) && d.Events.Any(e => e is CaseEvent.ResultHeld))
        .MaxBy(d => d.Events.OfType<CaseEvent.Won>().Single().At)!;

    private EntryPlan PlanOf(CaseDossier dossier) => TedoriJson.Read<EntryPlan>(
        season.Agenda.DoneOf(Deed.Enter).Single(d => d.Item.Key == dossier.State.EntryKey).Item.Body);
}
