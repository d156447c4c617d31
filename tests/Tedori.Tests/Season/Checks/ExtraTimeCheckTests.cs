using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>The second window of the season was moved, and an outage lies over the last company registration.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class ExtraTimeCheckTests(CheckedSeason season)
{
    private Instant Close => JapanTime.At(season.Edition.Rounds[1].EntryCloses, season.Edition.Hours.Closes);

    private LocalDate Due => season.Edition.Rounds[1].CompanyRegistration;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3)]
    [InlineData(2, 24 + 5)]
    public async Task ExtraTime_AListSealedTooEarlyOrTooLate_Fail(int round, int hoursAfterClose)
    {
        await Check().AssertHeldAsync(season.Dossiers);
        var at = (round == 2 ? Close : Close - Duration.FromDays(200)) + Duration.FromHours(hoursAfterClose);
        await new ExtraTimeCheck(
                season.Edition,
                [.. season.Rounds.Select(r => r.Id.Number == round ? r with { SealedAt = at } : r)],
                season.Agenda)
            .AssertFailsAsync($"r8-{round:00} was sealed at", season.Dossiers);
    }

    [Fact]
    public async Task ExtraTime_AWindowThatNobodyMoved_Fail()
    {
        using var agenda = season.AgendaWith(i => i.Key.StartsWith("move-", StringComparison.Ordinal) ? null : i);
        await new SealedListCheck(season.Edition, agenda, season.RoundRecords).AssertFailsAsync(
            "in window False, in list True", season.Dossiers);
    }

    [Fact]
    public async Task ExtraTime_AnEntryInMovedTimeThatIsNotInTheList_Fail()
    {
        var late = Close + Duration.FromHours(2);
        var plan = new EntryPlan(new("r8", 2), "c02-00099", late);
        using var agenda = season.AgendaWith(i => i.Key == "enter-r8-02-c02-00041"
            ? new("enter-tampered", late, Deed.Enter, TedoriJson.Write(plan))
            : i);
        await new SealedListCheck(season.Edition, agenda, season.RoundRecords).AssertFailsAsync(
            "in window True, in list False", season.Dossiers);
    }

    [Fact]
    public async Task ExtraTime_ALapseBeforeTheOutageIsOver_Fail()
    {
        var at = JapanTime.At(Due, season.Edition.Hours.Closes) + Duration.FromHours(1);
        await Check().AssertFailsAsync("before the outage was over", season.With<CaseEvent.Lapsed>()
            .WithEvents<CaseEvent.Lapsed>(e => e with { At = at, Deadline = Due }));
    }

    [Fact]
    public async Task ExtraTime_AFilingInTheOutageThatIsRefused_Fail()
    {
        var until = JapanTime.At(Due, season.Edition.Hours.Closes) + Duration.FromHours(4);
        var refused = season.Dossiers.First(d => d.Id.Round.Number == 2 && d.Events.Any(
            e => e is CaseEvent.FilingRefused { Of: Step.CompanyRegistration, Receipt: Receipt.Electronic }));
        await Check().AssertHeldAsync(refused);
        await Check().AssertFailsAsync("was refused, due", refused.WithEvents<CaseEvent.FilingRefused>(
            e => e with { Receipt = new Receipt.Electronic(until) }));
    }

    [Fact]
    public async Task Cutoffs_AFilingInAnOutageThatNobodyDeclared_Fail()
    {
        using var agenda = season.AgendaWith(i => i.Key.StartsWith("outage-", StringComparison.Ordinal) ? null : i);
        await new CutoffCheck(season.Edition, agenda).AssertFailsAsync(
            "on time False, answered accepted", season.Dossiers);
    }

    private ExtraTimeCheck Check() => new(season.Edition, season.Rounds, season.Agenda);
}
