using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>Some companies of the season replace their project or their claim, and some come too late to do so.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class VersionCheckTests(CheckedSeason season)
{
    private CaseDossier Replaced => season.Dossiers.First(
        d => d.Events.OfType<CaseEvent.ProjectRegistered>().Count() > 1);

    [Fact]
    public async Task Versions_AFirstThatIsNotOnRecordAnyMore_Fail()
    {
        await Check().AssertHeldAsync(season.Dossiers);
        var first = Replaced.Events.OfType<CaseEvent.ProjectRegistered>().First();
        await Check().AssertFailsAsync(
            "the record keeps other versions of ProjectRegistration",
            Replaced with { Events = [.. Replaced.Events.Where(e => e != first)] });
    }

    [Fact]
    public async Task Versions_AReceiptThatIsNotTheOneItWasReceivedBy_Fail() => await Check().AssertFailsAsync(
        "the record keeps other versions", Replaced.WithEvents<CaseEvent.ProjectRegistered>(e => e with
        {
            Filing = e.Filing with { Receipt = new Receipt.Electronic(e.At - Duration.FromHours(1)) },
        }));

    [Fact]
    public async Task Versions_TheFirstStandsThoughAnotherWasTaken_Fail()
    {
        var first = Replaced.Events.OfType<CaseEvent.ProjectRegistered>().First().Filing.Key;
        await Check().AssertFailsAsync($"{first} stands, not", Replaced.WithState(s => s with
        {
            Filed = new Dictionary<Step, string>(s.Filed) { [Step.ProjectRegistration] = first },
        }));
        await Check().AssertFailsAsync("replaced , not", Replaced.WithState(s => s with { Replaced = [] }));
    }

    [Fact]
    public async Task Versions_OneTakenWhenTheReviewHadBegun_Fail()
    {
        var dossier = season.Dossiers.First(d => d.Events.OfType<CaseEvent.ClaimSubmitted>().Count() > 1);
        var first = dossier.Events.OfType<CaseEvent.ClaimSubmitted>().First();
        var begun = new CaseEvent.ReviewBegun(first.At, Step.ClaimReview, "somebody");
        await Check().AssertFailsAsync("was taken when the review had begun", dossier with
        {
            Events = [.. dossier.Events.SelectMany(e => e == first ? (CaseEvent[])[e, begun] : [e])],
        });
    }

    [Fact]
    public async Task Versions_OneRefusedThoughNobodyHadBegunTheReview_Fail()
    {
        using var agenda = season.AgendaWith(i => i.Kind == Deed.BeginReview ? null : i);
        await new VersionCheck(season.Edition, agenda).AssertFailsAsync("answered reviewHasBegun", season.Dossiers);
    }

    [Fact]
    public async Task Versions_OneTakenAfterTheCutoff_Fail()
    {
        var key = Replaced.State.Filed[Step.ProjectRegistration];
        var late = JapanTime.At(
            season.Edition.Round(Replaced.Id.Round.Number).ProjectRegistration.PlusDays(9), season.Edition.Hours.Closes);
        using var agenda = season.AgendaWith(i => i.Key != key ? i : i with
        {
            Body = TedoriJson.Write(TedoriJson.Read<FilingPlan>(i.Body) with { Receipt = new Receipt.Electronic(late) }),
        });
        await new VersionCheck(season.Edition, agenda).AssertFailsAsync(
            $"{key}: replacedTooLate, answered accepted", Replaced);
    }

    [Fact]
    public async Task Versions_ARefusalOfWhichNothingIsKept_Fail()
    {
        var refused = season.Dossiers.First(d => d.Attempts.Any(a => a.Refusal.Code is "replacedTooLate" or "reviewHasBegun"));
        await Check().AssertFailsAsync("no such attempt is on record", refused with { Attempts = [] });
    }

    [Fact]
    public async Task Versions_ADecisionAboutSomethingElse_Fail() => await Check().AssertFailsAsync(
        "decided was something else",
        season.With<CaseEvent.GrantDecided>().WithEvents<CaseEvent.GrantDecided>(
            e => e with { Approved = e.Approved with { Items = [.. e.Approved.Items.Skip(1)] } }));

    private VersionCheck Check() => new(season.Edition, season.Agenda);
}
