using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>Some envelopes of the season are read only after the settlement.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class EnvelopeCheckTests(CheckedSeason season)
{
    [Fact]
    public async Task Envelopes_ALapseWhileOneWaits_Fail()
    {
        await Check().AssertHeldAsync(season.Dossiers);
        var late = Waiting().First(d => d.Events.Any(e => e is CaseEvent.Lapsed));
        var lapsed = late.Events.OfType<CaseEvent.Lapsed>().First();
        await Check().AssertFailsAsync("with post that nobody had read", late with
        {
            Events = [.. late.Events.Where(e => e != lapsed).SelectMany<CaseEvent, CaseEvent>(
                e => e is CaseEvent.EnvelopeRecorded ? [e, lapsed] : [e])],
        });
    }

    [Fact]
    public async Task Envelopes_OneInTimeThatIsNotFiled_Fail() => await Check().AssertFailsAsync(
        "answered Filed, filed False", Filed().WithState(s => s with { Filed = new Dictionary<Step, string>() }));

    [Fact]
    public async Task Envelopes_OneInTimeWhoseCaseLapsed_Fail()
    {
        var filed = Filed();
        var lapse = new CaseEvent.Lapsed(
            filed.Events[^1].At, Step.CompanyRegistration, season.Edition.Rounds[0].CompanyRegistration);
        await Check().AssertFailsAsync("yet the case lapsed", filed with { Events = [.. filed.Events, lapse] });
    }

    [Fact]
    public async Task Envelopes_OneFiledBeforeItsSecondReading_Fail() => await Check().AssertFailsAsync(
        "waited from",
        Filed().WithEvents<CaseEvent.CompanyRegistered>(e => e with { At = e.At - Duration.FromDays(1) }));

    private EnvelopeCheck Check() => new(season.Edition, season.Agenda);

    private IEnumerable<CaseDossier> Waiting() => season.Dossiers.Where(
        d => d.Events.Any(e => e is CaseEvent.EnvelopeRecorded));

    private CaseDossier Filed() => Waiting().First(d => d.Events.Any(e => e is CaseEvent.CompanyRegistered));
}
