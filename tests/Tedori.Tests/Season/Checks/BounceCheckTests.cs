using Tedori.Season;
using Tedori.Season.Checks;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Season.Checks;

/// <summary>Some mails of the season come back, some of them after they were delivered.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class BounceCheckTests(CheckedSeason season)
{
    [Theory]
    [InlineData("report-")]
    [InlineData("returned-")]
    public async Task Returns_OneThatTheRecordKnowsNothingOf_Fail(string when)
    {
        await new BounceCheck(season.Agenda, season.Tasks).AssertHeldAsync(season.Dossiers);
        var returned = season.Dossiers.First(d => d.Sent.Any(s => CameBack(s, when)));
        var tampered = returned with
        {
            Sent = [.. returned.Sent.Select(s => CameBack(s, when) ? s with { State = NoticeState.Delivered } : s)],
        };
        await new BounceCheck(season.Agenda, season.Tasks).AssertFailsAsync("is Delivered, not Bounced", tampered);
    }

    [Fact]
    public async Task Returns_OneThatNeverCameBack_Fail()
    {
        using var agenda = season.AgendaWith(i => i.Kind == Deed.ReportDelivery ? null : i);
        await new BounceCheck(agenda, season.Tasks).AssertFailsAsync("is Bounced, not Delivered", season.Dossiers);
    }

    [Fact]
    public async Task Returns_OneOfWhichStaffKnowNothing_Fail() =>
        await new BounceCheck(season.Agenda, new StaffTasks(new FaultyRecords([])))
            .AssertFailsAsync("staff know False", season.Dossiers);

    private bool CameBack(SentNotice sent, string when) => sent.State == NoticeState.Bounced
        && season.Agenda.DoneOf(Deed.ReportDelivery).Any(d => d.Item.Key == $"{when}{sent.Notice.Id}");
}
